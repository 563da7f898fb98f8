export { findFreeName } from './document-creator.js'
export { checkFile, getFormat } from './file-check.js'
export { createLibraryService, findNodeRoles, type LibraryService } from './library.service.js'
export * from './node.js'
export { nodeRepository } from './node.repository.js'
export {
  insertBlob,
  versionCauses,
  versionRepository,
  type Version,
  type VersionCause,
} from './version.repository.js'
export { DocumentModel, FolderModel, NodeModel, VersionModel } from './library.model.js'
