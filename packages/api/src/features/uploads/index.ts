export { createUploadsService, type UploadsService } from './uploads.service.js'
export { readUploadTarget } from './upload-target.js'
