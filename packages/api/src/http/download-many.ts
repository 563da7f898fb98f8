import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { requireScope, type AuthService } from '../features/auth/index.js'
import type { ArchiveService } from '../features/library/index.js'
import { PortalError } from '../lib/portal-error.js'
import { writeZip, zipSize } from '../lib/zip-stream.js'
import { contentDisposition } from './content-disposition.js'
import { identify } from './identify.js'

/** More ids would not fit into an address. */
const maxIds = 200
const querySchema = z.object({
  ids: z
    .string()
    .min(1)
    .transform((ids) => ids.split(',')),
})

export interface DownloadManyOptions {
  auth: AuthService
  archives: ArchiveService
}

/** Mounts the download of several documents and folders as one archive, written while it is sent. */
export function registerDownloadMany(app: FastifyInstance, { auth, archives }: DownloadManyOptions): void {
  app.get('/download', async (request, reply) => {
    const query = querySchema.safeParse(request.query)
    if (!query.success || query.data.ids.length > maxIds)
      throw new PortalError('BAD_INPUT', `"ids" must be 1 to ${maxIds} ids with commas between them.`)
    const { actor } = await identify(auth, request)
    if (actor) requireScope(actor, 'read')
    const entries = await archives.list(actor, query.data.ids)
    if (actor && request.method === 'GET') await archives.noteDownload(actor, query.data.ids)
    const [first] = entries
    const name = query.data.ids.length === 1 && first ? first.path.split('/')[0] : 'Lectern'
    void reply.headers({
      'cache-control': 'private, no-store',
      'content-disposition': contentDisposition(`${name ?? 'Lectern'}.zip`),
      'content-length': zipSize(entries),
      'content-type': 'application/zip',
      'x-content-type-options': 'nosniff',
    })
    return reply.send(request.method === 'HEAD' ? undefined : Readable.from(writeZip(entries)))
  })
}
