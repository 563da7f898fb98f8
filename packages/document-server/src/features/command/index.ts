export { commandRoutes } from './command.routes.js'
export { createCommandService } from './command.service.js'
