export { previewRepository, previewUrlOf, type Preview } from './preview.repository.js'
export { createPreviewsService, type PreviewsService } from './previews.service.js'
