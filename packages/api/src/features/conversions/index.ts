export { createConversionsService, type ConversionsService } from './conversions.service.js'
