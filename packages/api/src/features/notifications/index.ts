export { createMentionService } from './mention.service.js'
export { createNotificationsService } from './notifications.service.js'
export { notify } from './notify.js'
