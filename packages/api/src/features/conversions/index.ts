export { createConversionsService, type ConversionsService } from './conversions.service.js'
export { createEditorCopiesService } from './editor-copies.service.js'
