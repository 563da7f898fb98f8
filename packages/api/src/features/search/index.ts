export { createSearchService } from './search.service.js'
export { searchTextRepository } from './search-text.repository.js'
