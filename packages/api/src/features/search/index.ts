export { createSearchService } from './search.service.js'
