import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { requireScope, type AuthService } from '../features/auth/index.js'
import type { LibraryService } from '../features/library/index.js'
import type { PreviewsService } from '../features/previews/index.js'
import { PortalError } from '../lib/portal-error.js'
import type { BlobStore } from '../storage/blob-store.js'
import { identify } from './identify.js'

export interface PreviewRouteOptions {
  blobs: BlobStore
  auth: AuthService
  library: LibraryService
  previews: PreviewsService
}

const querySchema = z.object({ version: z.coerce.number().int().positive().max(2_147_483_647).optional() })

/** Mounts the pictures of documents, for whoever may read them. */
export function registerPreview(app: FastifyInstance, options: PreviewRouteOptions): void {
  const { blobs, auth, library, previews } = options
  app.get<{ Params: { id: string } }>('/documents/:id/preview', async (request, reply) => {
    const query = querySchema.safeParse(request.query)
    if (!query.success) throw new PortalError('BAD_INPUT', '"version" must be a number from 1 on.')
    const { actor } = await identify(auth, request)
    if (actor) requireScope(actor, 'read')
    const document = await library.getDocument(actor, request.params.id)
    const preview = await previews.find(document.id, query.data.version)
    if (!preview)
      throw new PortalError('NOT_FOUND', 'There is no picture of this document yet. Try again in a while.')
    const etag = `"${preview.blobSha256}"`
    void reply.headers({
      etag,
      // Asked again each time: who may not read the document any more gets no picture of it either.
      'cache-control': 'private, no-cache',
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.send(await blobs.open(preview.blobSha256))
  })
}
