import type { Knex } from 'knex'
import { fileFormats, type DocumentType } from '@lectern/shared'
import { toConnection, type Connection, type PageRequest } from '../../graphql/connection.js'
import { PortalError } from '../../lib/portal-error.js'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { canRead, listRoles } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import type { ConversionService } from '../editing/index.js'
import { rootFolderId, treeRepository, versionRepository, type LibraryNode } from '../library/index.js'
import { conversionQueueRepository } from './conversion-queue.repository.js'
import { createConvertedTexts, readableTypeOf } from './converted-texts.js'
import { searchRepository, type SearchQuery } from './search.repository.js'
import { searchTextRepository } from './search-text.repository.js'
import { extractText } from './text-extraction.js'
import { toWords } from './words.js'

const batch = 50
/** Whoever takes so long with so many has crashed. */
const longestTurnMs = 10 * 60_000
const maxWords = 12
const candidatesAtOnce = 100
const maxCandidates = 1_000

export interface SearchServiceOptions {
  db: Knex
  blobs: BlobStore
  clock: Clock
  log: Logger
  conversions: ConversionService
}

/** What somebody looks for. */
export interface Search {
  text: string
  documentTypes?: readonly DocumentType[] | null
  ownerId?: string | null
  updatedAfter?: Date | null
  updatedBefore?: Date | null
}

/** A page of what was found; the whole is counted only when that is asked for. */
export interface Found extends Omit<Connection<LibraryNode>, 'totalCount'> {
  count(): Promise<number>
}

/** Finds documents and folders by their names and contents, and keeps the index for that. */
export function createSearchService({ db, blobs, clock, log, conversions }: SearchServiceOptions) {
  const convertedTexts = createConvertedTexts({ db, clock, log, conversions, store: storeConverted })

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

  async function put(trx: Knex, node: LibraryNode, text: string): Promise<void> {
    const versionId = node.type === 'document' ? node.currentVersionId : null
    const words = { name: toWords(node.name), body: toWords(text) }
    await searchRepository.put(trx, { nodeId: node.id, versionId, ...words })
    if (node.type === 'document') await searchTextRepository.put(trx, node.id, text)
  }

  async function index(node: LibraryNode): Promise<void> {
    const mustConvert = node.type === 'document' && readableTypeOf(node.fileType) !== undefined
    // Until its text comes it is found by what it said before.
    const text = mustConvert ? await searchTextRepository.find(db, node.id) : await textOf(node)
    await db.transaction(async (trx) => {
      await put(trx, node, text)
      if (mustConvert) await conversionQueueRepository.put(trx, node.id, node.currentVersionId)
    })
  }

  async function tryToIndex(node: LibraryNode): Promise<boolean> {
    try {
      await index(node)
      return true
    } catch (error) {
      log.error({ err: error, nodeId: node.id }, 'a document or folder could not be indexed for the search')
      return false
    }
  }

  async function storeConverted(trx: Knex, nodeId: string, text: string): Promise<void> {
    const [node] = await treeRepository.listNodes(trx, [nodeId])
    if (node) await put(trx, node, text)
  }

  /** What somebody may read of the hits from a place on, some at a time, each with its place. */
  async function* readableFrom(actor: Actor, query: SearchQuery, start: number) {
    for (let offset = start; offset < maxCandidates; offset += candidatesAtOnce) {
      const ids = await searchRepository.find(db, query, { first: candidatesAtOnce, offset })
      const roles = await listRoles(db, actor, ids)
      const hits = ids.map((id, index) => ({ id, place: offset + index }))
      yield hits.filter(({ id }) => id !== rootFolderId && canRead(roles.get(id)))
      if (ids.length < candidatesAtOnce) return
    }
  }

  /** The place behind the last hit of the page before, or where that was if it is no hit any more. */
  async function findStart(query: SearchQuery, after: PageRequest['after']): Promise<number> {
    if (!after) return 0
    const [place, id] = after
    const found = (await searchRepository.find(db, query, { first: maxCandidates, offset: 0 })).indexOf(id)
    return found < 0 ? Math.max(Math.trunc(Number(place)) || 0, 0) : found + 1
  }

  async function countReadable(actor: Actor, query: SearchQuery): Promise<number> {
    let count = 0
    for await (const hits of readableFrom(actor, query, 0)) count += hits.length
    return count
  }

  return {
    /** Indexes all that has changed. */
    async indexChanges(): Promise<void> {
      await searchRepository.putBack(db, new Date(clock.now().getTime() - longestTurnMs))
      for (;;) {
        const ids = await searchRepository.take(db, batch, clock.now())
        if (ids.length === 0) return
        // One that fails comes again later, and keeps no other one waiting.
        const failed = new Set<string>()
        for (const node of await treeRepository.listNodes(db, ids))
          if (!(await tryToIndex(node))) failed.add(node.id)
        const done = ids.filter((id) => !failed.has(id))
        await searchRepository.finish(db, done)
      }
    },

    /** Reads what it gets by conversions, of all that is due. */
    readConverted: () => convertedTexts.work(),

    /** A page of the best that somebody may read. */
    async find(actor: Actor, search: Search, { first, after }: PageRequest): Promise<Found> {
      const query = toQuery(search)
      const places = new Map<string, number>()
      for await (const hits of readableFrom(actor, query, await findStart(query, after))) {
        for (const { id, place } of hits) places.set(id, place)
        if (places.size > first) break
      }
      const nodes = await treeRepository.listNodes(db, [...places.keys()].slice(0, first + 1))
      const keyOf = ({ id }: LibraryNode) => String(places.get(id) ?? 0)
      const page = toConnection(nodes, { first, totalCount: 0, keyOf })
      return { ...page, count: () => countReadable(actor, query) }
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
