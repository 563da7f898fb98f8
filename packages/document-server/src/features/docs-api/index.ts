export { docsApiRoutes, findPageFolders } from './docs-api.routes.js'
export type { PageFolders } from './docs-api.routes.js'
