import type { Knex } from 'knex'
import { ThumbnailAspect } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import type { BlobStore, StagedBlob } from '../../storage/blob-store.js'
import { afterFailedConversion, type ConversionService } from '../editing/index.js'
import { nodeRepository, versionRepository, type DocumentNode, type Version } from '../library/index.js'
import { isPng } from './png.js'
import { previewRepository, type WaitingPreview } from './preview.repository.js'

const parallel = 2
const turnMs = 5 * 60_000
/** Several saves in a row get one picture. */
const settleMs = 1_500
const maxSourceBytes = 100_000_000
const maxPictureBytes = 5_000_000
/** Sharp on screens with two dots per point, in the grid and in the details. */
const size = { width: 480, height: 480 }

export interface PreviewsServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  blobs: BlobStore
  conversions: ConversionService
}

type Outcome = 'done' | 'unavailable'

/** Makes pictures of the first pages of documents, by the document server's conversion. */
export function createPreviewsService({ db, clock, log, blobs, conversions }: PreviewsServiceOptions) {
  const later = (ms: number) => new Date(clock.now().getTime() + ms)

  async function receive(document: DocumentNode, version: Version): Promise<StagedBlob | undefined> {
    const stream = await conversions.convert({
      document,
      version,
      outputType: 'png',
      thumbnail: { first: true, aspect: ThumbnailAspect.Keep, ...size },
    })
    const staged = await blobs.stage(stream, { maxBytes: maxPictureBytes })
    if (await isPng(staged.path)) return staged
    await staged.discard()
    return undefined
  }

  async function make(document: DocumentNode, version: Version): Promise<void> {
    const twin = await previewRepository.findTwin(db, version.blobSha256, document.fileType)
    if (twin) {
      await previewRepository.finish(db, version.id, { sha256: twin }, clock.now())
      return
    }
    const picture = version.size <= maxSourceBytes ? await receive(document, version) : undefined
    if (!picture) {
      await previewRepository.giveUp(db, version.id)
      return
    }
    await picture.commit()
    await previewRepository.finish(db, version.id, picture, clock.now())
  }

  async function handleFailure({ versionId, documentId, attempts }: WaitingPreview, error: unknown) {
    const next = afterFailedConversion(error, attempts)
    // What is protected with a password is not to be seen from outside.
    if (next.kind === 'again' || (next.kind === 'never' && !next.isProtected))
      log.warn({ err: error, documentId }, 'the picture of a document could not be made')
    if (next.kind === 'never') await previewRepository.giveUp(db, versionId)
    else
      await previewRepository.postpone(db, versionId, { attempts: next.attempts, until: later(next.afterMs) })
    return next.kind === 'unavailable' ? 'unavailable' : 'done'
  }

  async function workOn(waiting: WaitingPreview): Promise<Outcome> {
    if (!(await previewRepository.take(db, waiting, later(turnMs)))) return 'done'
    const [document, version] = await Promise.all([
      nodeRepository.findDocumentEvenDeleted(db, waiting.documentId),
      versionRepository.find(db, waiting.versionId),
    ])
    if (!document || !version) return 'done'
    try {
      await make(document, version)
      return 'done'
    } catch (error) {
      return handleFailure(waiting, error)
    }
  }

  /** Works through a list, a few at once; ends early when the document server does not answer. */
  async function workThrough(list: WaitingPreview[]): Promise<Outcome> {
    let outcome: Outcome = 'done'
    const worker = async () => {
      for (let next = list.shift(); next && outcome === 'done'; next = list.shift())
        if ((await workOn(next)) === 'unavailable') outcome = 'unavailable'
    }
    await Promise.all(Array.from({ length: parallel }, worker))
    return outcome
  }

  return {
    /** Makes all pictures that are due. */
    async work(): Promise<void> {
      await previewRepository.forgetOutdated(db)
      for (;;) {
        const due = await previewRepository.listDue(db, clock.now(), later(-settleMs))
        if (due.length === 0 || (await workThrough(due)) === 'unavailable') return
      }
    },

    /** Finds the picture of a version of a document, or its newest one. */
    async find(documentId: string, versionNumber?: number) {
      if (versionNumber !== undefined) return previewRepository.findByNumber(db, documentId, versionNumber)
      return (await previewRepository.listNewest(db, [documentId]))[0]
    },
  }
}
export type PreviewsService = ReturnType<typeof createPreviewsService>
