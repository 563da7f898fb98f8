export { createTrashService } from './trash.service.js'
