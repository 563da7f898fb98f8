import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findFormat } from '@lectern/shared'
import type { Knex } from 'knex'
import { recordActivity } from '../features/activity/index.js'
import { requireScope, type Actor, type AuthService } from '../features/auth/index.js'
import type { ConversionsService } from '../features/conversions/index.js'
import {
  notFound,
  versionRepository,
  type DocumentNode,
  type LibraryService,
  type Version,
} from '../features/library/index.js'
import type { Clock } from '../lib/clock.js'
import { splitName } from '../lib/names.js'
import { PortalError } from '../lib/portal-error.js'
import type { BlobStore } from '../storage/blob-store.js'
import { contentDisposition } from './content-disposition.js'
import { identify } from './identify.js'
import { readRange } from './range.js'

export interface DownloadOptions {
  db: Knex
  blobs: BlobStore
  auth: AuthService
  library: LibraryService
  clock: Clock
  conversions: ConversionsService
}

const querySchema = z.object({
  version: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  as: z.string().min(1).max(16).toLowerCase().optional(),
})

/** Mounts the download of documents for people and programs. */
export function registerDownload(
  app: FastifyInstance,
  { db, blobs, auth, library, clock, conversions }: DownloadOptions,
): void {
  async function note(actor: Actor | undefined, request: FastifyRequest, nodeId: string): Promise<void> {
    if (actor && request.method === 'GET')
      await recordActivity(db, { action: 'downloaded', actorId: actor.userId, nodeId, at: clock.now() })
  }

  async function sendConverted(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    actor: Actor,
    { document, version, as }: { document: DocumentNode; version: Version; as: string },
  ): Promise<FastifyReply> {
    const isAsked = request.method !== 'HEAD'
    const file = isAsked ? await conversions.open(actor, document, version, as) : undefined
    await note(actor, request, document.id)
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': contentDisposition(`${splitName(document.name).stem}.${as}`),
        'content-type': findFormat(as)?.mimeType ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
      })
      .send(file)
  }

  app.get<{ Params: { id: string } }>('/documents/:id/download', async (request, reply) => {
    const query = querySchema.safeParse(request.query)
    if (!query.success)
      throw new PortalError('BAD_INPUT', '"version" must be a number from 1 on, "as" a file type.')
    const { actor } = await identify(auth, request)
    if (actor) requireScope(actor, 'read')
    const { node: document, access } = await library.getWithAccess(actor, request.params.id)
    if (document.type !== 'document') throw notFound()
    if (!access.mayDownload)
      throw new PortalError(
        'DOWNLOAD_FORBIDDEN',
        'This was shared with you for looking only, without download. Ask its owner.',
      )
    const version = await getVersion(db, document, query.data.version)
    const { as } = query.data
    if (actor && as && as !== document.fileType)
      return sendConverted({ request, reply }, actor, { document, version, as })
    const etag = `"${version.blobSha256}"`
    void reply.headers({
      etag,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': contentDisposition(document.name),
      'content-type': findFormat(document.fileType)?.mimeType ?? 'application/octet-stream',
      'last-modified': version.createdAt.toUTCString(),
      'x-content-type-options': 'nosniff',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const isSame = (request.headers['if-range'] ?? etag) === etag
    const range = readRange(isSame ? request.headers.range : undefined, version.size)
    if (range === 'unsatisfiable')
      return reply.code(416).header('content-range', `bytes */${version.size}`).type('text/plain').send('')
    if (range)
      void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${version.size}`)
    // Players and readers ask for a file in many parts.
    if (!range?.start) await note(actor, request, document.id)
    void reply.header('content-length', range ? range.end - range.start + 1 : version.size)
    return reply.send(request.method === 'HEAD' ? undefined : await blobs.open(version.blobSha256, range))
  })
}

async function getVersion(db: Knex, document: DocumentNode, number: number | undefined): Promise<Version> {
  const version = number
    ? await versionRepository.findByNumber(db, document.id, number)
    : await versionRepository.find(db, document.currentVersionId)
  if (!version)
    throw new PortalError(
      'NOT_FOUND',
      'There is no such version of this document. Look at its list of versions.',
    )
  return version
}
