export { createSharingService } from './sharing.service.js'
