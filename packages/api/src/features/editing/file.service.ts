import type { Readable } from 'node:stream'
import type { Knex } from 'knex'
import type { Logger } from '../../lib/logger.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { nodeRepository, versionRepository } from '../library/index.js'
import type { DocumentServerJwt } from './document-server-jwt.js'
import type { PortalLinks } from './portal-links.js'
import type { UrlTokens } from './url-token.js'

export interface FileRequest {
  documentId: string
  urlToken: string
  header: string | undefined
}

export interface OpenedFile {
  name: string
  fileType: string
  size: number
  stream: Readable
}

export interface FileServiceOptions {
  db: Knex
  log: Logger
  blobs: BlobStore
  urlTokens: UrlTokens
  jwt: DocumentServerJwt
  links: PortalLinks
}

/** Hands files to the document server, and to nobody else. */
export function createFileService({ db, log, blobs, urlTokens, jwt, links }: FileServiceOptions) {
  return {
    /** Opens the version that an address names; undefined unless portal and document server both signed for it. */
    async open({ documentId, urlToken, header }: FileRequest): Promise<OpenedFile | undefined> {
      const token = await urlTokens.verify('file', urlToken)
      if (token?.documentId !== documentId) return undefined
      const claims = await jwt.verifyHeader(header)
      if (!links.isFileUrl(claims?.url, documentId, urlToken)) {
        log.warn(
          { documentId },
          'a file was asked for without the signature of the document server: check the secret',
        )
        return undefined
      }
      const document = await nodeRepository.findDocumentEvenDeleted(db, documentId)
      const version = await versionRepository.find(db, token.versionId)
      if (!document || version?.documentId !== documentId) return undefined
      const { name, fileType } = document
      return { name, fileType, size: version.size, stream: await blobs.open(version.blobSha256) }
    },
  }
}
export type FileService = ReturnType<typeof createFileService>
