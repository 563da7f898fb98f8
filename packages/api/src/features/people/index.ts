export { createPeopleService } from './people.service.js'
