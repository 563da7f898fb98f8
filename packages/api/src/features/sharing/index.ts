export { createSharingService, type SharingService } from './sharing.service.js'
