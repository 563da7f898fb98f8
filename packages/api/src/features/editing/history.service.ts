import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'
import { userRepository } from '../auth/index.js'
import type { Actor } from '../auth/index.js'
import { versionRepository } from '../library/index.js'
import type { DocumentNode, LibraryService, Version } from '../library/index.js'
import { formatVersionKey } from './document-key.js'
import type { DocumentServerJwt } from './document-server-jwt.js'
import { editingSessionRepository } from './editing-session.repository.js'
import type { PortalLinks } from './portal-links.js'

const lifetimeSeconds = 3600

/** One version as the editor's list wants it. */
interface HistoryEntry {
  version: number
  key: string
  /** In UTC, `2026-11-21 22:23:11`; shown as it is. */
  created: string
  user?: { id: string; name: string }
}

/** For the editor's `refreshHistory`. */
export interface EditorHistory {
  currentVersion: number
  history: HistoryEntry[]
}

interface VersionFile {
  fileType: string
  key: string
  url: string
}

/** For the editor's `setHistoryData`, signed for the document server. */
export interface EditorHistoryData extends VersionFile {
  version: number
  previous?: VersionFile
  token: string
}

export interface HistoryServiceOptions {
  db: Knex
  library: LibraryService
  jwt: DocumentServerJwt
  links: PortalLinks
}

/** Tells an open editor of a document's versions, in the words of its protocol. */
export function createHistoryService({ db, library, jwt, links }: HistoryServiceOptions) {
  async function keyOf({ id }: DocumentNode, number: number): Promise<string> {
    const instanceId = await editingSessionRepository.instanceId(db)
    return formatVersionKey({ instanceId, documentId: id, number })
  }

  async function fileOf(document: DocumentNode, { id, number }: Version): Promise<VersionFile> {
    const key = await keyOf(document, number)
    return { fileType: document.fileType, key, url: links.fileUrl(document.id, id) }
  }

  return {
    /** Lists the versions of a document, the oldest first. */
    async list(actor: Actor, documentId: string): Promise<EditorHistory> {
      const document = await library.getDocument(actor, documentId)
      const versions = (await versionRepository.listOfDocuments(db, [document.id])).reverse()
      const authorIds = versions.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]))
      const users = await userRepository.listByIds(db, [...new Set(authorIds)])
      const history = await Promise.all(
        versions.map(async ({ number, authorId, createdAt }) => {
          const user = users.find(({ id }) => id === authorId)
          return {
            version: number,
            key: await keyOf(document, number),
            created: createdAt.toISOString().slice(0, 19).replace('T', ' '),
            ...(user && { user: { id: user.id, name: user.name } }),
          }
        }),
      )
      const current = versions.find(({ id }) => id === document.currentVersionId)
      return { currentVersion: current?.number ?? versions.length, history }
    },

    /** Gives an editor what it needs to show one version, and the one before it. */
    async open(
      actor: Actor,
      { documentId, number }: { documentId: string; number: number },
    ): Promise<EditorHistoryData> {
      const document = await library.getDocument(actor, documentId)
      const versions = await versionRepository.listOfDocuments(db, [document.id])
      const version = versions.find((candidate) => candidate.number === number)
      if (!version)
        throw new PortalError(
          'NOT_FOUND',
          'The document has no such version. Choose one from its list of versions.',
        )
      const before = versions.find((candidate) => candidate.number < number)
      const data = {
        version: number,
        ...(await fileOf(document, version)),
        ...(before && { previous: await fileOf(document, before) }),
      }
      return { ...data, token: jwt.sign(data, lifetimeSeconds) }
    },
  }
}
export type HistoryService = ReturnType<typeof createHistoryService>
