export { createTemplatesService } from './templates.service.js'
