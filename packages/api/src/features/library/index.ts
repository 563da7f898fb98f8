export { checkFile, getFormat } from './file-check.js'
export { createLibraryService, withExtension, type LibraryService } from './library.service.js'
export { createDocumentCreator, findFreeName, type OnStored } from './document-creator.js'
export { admit, refuseOverQuota, type Quotas, type Room, type RoomOwner } from './quota.js'
export { receiveFile, type FileSource, type ReceivedFile } from './receive-file.js'
export { findNodeRoles, getAllDeletable, getFolderToCreateIn } from './node-access.js'
export { notFound } from './node-errors.js'
export { lockTree, partsOf, treeRepository } from './tree.repository.js'
export { createArchiveService, type ArchiveService } from './archive.service.js'
export { createOrganizeService } from './organize.service.js'
export * from './node.js'
export { nodeRepository } from './node.repository.js'
export {
  insertBlob,
  versionRepository,
  type Version,
  type VersionCause,
  type VersionSummary,
} from './version.repository.js'
export {
  DocumentModel,
  DocumentTypeModel,
  FolderModel,
  FolderReferenceModel,
  NodeModel,
  VersionConnectionModel,
  VersionModel,
} from './library.model.js'
