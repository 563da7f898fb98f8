export { VersionsResolver } from './versions.resolver.js'
export { createVersionsService } from './versions.service.js'
export type { VersionsService } from './versions.service.js'
