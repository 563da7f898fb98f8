export { createUploadsService, type UploadsService } from './uploads.service.js'
export { readUploadTarget, type UploadTarget } from './upload-target.js'
