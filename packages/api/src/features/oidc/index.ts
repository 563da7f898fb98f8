export { mountOidcRoutes } from './oidc.routes.js'
export { createOidcService } from './oidc.service.js'
export type { OidcSettings } from './oidc.settings.js'
