export { createSpacesService } from './spaces.service.js'
