export { createVersionsService } from './versions.service.js'
