import type { Knex } from 'knex'
import { fileFormats, type DocumentType } from '@lectern/shared'
import { PortalError } from '../../lib/portal-error.js'
import type { Logger } from '../../lib/logger.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { canRead, listRoles } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { rootFolderId, treeRepository, versionRepository, type LibraryNode } from '../library/index.js'
import { searchRepository, type SearchQuery } from './search.repository.js'
import { searchTextRepository } from './search-text.repository.js'
import { extractText } from './text-extraction.js'
import { toWords } from './words.js'

const batch = 50
const maxWords = 12
const candidatesAtOnce = 100
const maxCandidates = 1_000

export interface SearchServiceOptions {
  db: Knex
  blobs: BlobStore
  log: Logger
}

/** What somebody looks for. */
export interface Search {
  text: string
  documentTypes?: readonly DocumentType[] | null
  ownerId?: string | null
  updatedAfter?: Date | null
  updatedBefore?: Date | null
}

/** Finds documents and folders by their names and contents, and keeps the index for that. */
export function createSearchService({ db, blobs, log }: SearchServiceOptions) {
  async function textOf(node: LibraryNode): Promise<string> {
    if (node.type === 'folder') return ''
    const version = await versionRepository.find(db, node.currentVersionId)
    if (!version) return ''
    try {
      return await extractText(node.fileType, version.size, () => blobs.open(version.blobSha256))
    } catch (error) {
      // It is still found by its name.
      log.warn({ err: error, documentId: node.id }, 'the text of a document could not be read for the search')
      return ''
    }
  }

  async function index(node: LibraryNode): Promise<void> {
    const text = await textOf(node)
    const body = toWords(text)
    const versionId = node.type === 'document' ? node.currentVersionId : null
    await db.transaction(async (trx) => {
      await searchRepository.put(trx, { nodeId: node.id, versionId, name: toWords(node.name), body })
      if (node.type === 'document') await searchTextRepository.put(trx, node.id, text)
    })
  }

  return {
    /** Indexes all that has changed. */
    async indexChanges(): Promise<void> {
      for (;;) {
        const ids = await searchRepository.listQueued(db, batch)
        if (ids.length === 0) return
        await searchRepository.unqueue(db, ids)
        for (const node of await treeRepository.listNodes(db, ids)) await index(node)
      }
    },

    /** The best that somebody may read, at most as many as wanted. */
    async find(actor: Actor, search: Search, first: number): Promise<LibraryNode[]> {
      const query = toQuery(search)
      const found: LibraryNode[] = []
      for (let offset = 0; offset < maxCandidates && found.length < first; offset += candidatesAtOnce) {
        const ids = await searchRepository.find(db, query, { first: candidatesAtOnce, offset })
        const roles = await listRoles(db, actor, ids)
        const readable = ids.filter((id) => id !== rootFolderId && canRead(roles.get(id)))
        found.push(...(await treeRepository.listNodes(db, readable.slice(0, first - found.length))))
        if (ids.length < candidatesAtOnce) break
      }
      return found.slice(0, first)
    },
  }
}
export type SearchService = ReturnType<typeof createSearchService>

function toQuery({ text, documentTypes, ...rest }: Search): SearchQuery {
  const words = toWords(text.slice(0, 500)).split(' ').filter(Boolean).slice(0, maxWords)
  if (words.length === 0)
    throw new PortalError('BAD_INPUT', '"text" needs at least one letter or digit to look for.', {
      details: { field: 'text' },
    })
  const fileTypes =
    documentTypes &&
    fileFormats
      .filter((format) => documentTypes.includes(format.documentType))
      .map(({ fileType }) => fileType)
  return { words, ...rest, ...(fileTypes ? { fileTypes } : {}) }
}
