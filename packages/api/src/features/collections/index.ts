export { collectionRepository } from './collection.repository.js'
export { createCollectionsService } from './collections.service.js'
