export { docsApiRoutes, findPageFolders } from './docs-api.routes.js'
