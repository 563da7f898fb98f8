export { mountOidcRoutes } from './oidc.routes.js'
export { createOidcService, type OidcService } from './oidc.service.js'
export type { OidcSettings } from './oidc.settings.js'
