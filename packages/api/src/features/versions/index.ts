export { createDifferenceService } from './difference.service.js'
export { createRetention } from './retention.js'
export { createVersionsService } from './versions.service.js'
export type { VersionsService } from './versions.service.js'
