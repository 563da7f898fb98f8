export { createTrashService, type TrashService } from './trash.service.js'
