import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findFormat } from '@lectern/shared'
import { PortalError } from '../../lib/portal-error.js'
import type { CallbackService } from './callback.service.js'
import type { FileService } from './file.service.js'

/** Histories of long sessions make large callbacks. */
const callbackLimitBytes = 16 * 1024 * 1024

const paramsSchema = z.object({ documentId: z.string() })
const querySchema = z.object({ token: z.string().default('') })

export interface EditingRoutesOptions {
  files: FileService
  callbacks: CallbackService
  /** Name of the header that carries the document server's token. */
  jwtHeader: string
}

/** Mounts what the document server calls: the file to open, and the callback. */
export function mountEditingRoutes(
  app: FastifyInstance,
  { files, callbacks, jwtHeader }: EditingRoutesOptions,
): void {
  function readRequest(request: FastifyRequest) {
    const { documentId } = paramsSchema.parse(request.params)
    const { token } = querySchema.safeParse(request.query).data ?? { token: '' }
    const header = request.headers[jwtHeader.toLowerCase()]
    return { documentId, urlToken: token, header: Array.isArray(header) ? header[0] : header }
  }

  app.get('/editing/files/:documentId', async (request, reply) => {
    const file = await files.open(readRequest(request))
    if (!file)
      throw new PortalError(
        'FORBIDDEN',
        'This address is for the document server, which signs what it asks for. Download the document from the library.',
      )
    return sendFile(reply, file)
  })

  app.post('/editing/callbacks/:documentId', { bodyLimit: callbackLimitBytes }, async (request, reply) => {
    const { status, reply: body } = await callbacks.handle({ ...readRequest(request), body: request.body })
    return reply.code(status).send(body)
  })
}

function sendFile(
  reply: FastifyReply,
  file: NonNullable<Awaited<ReturnType<FileService['open']>>>,
): FastifyReply {
  return reply
    .header('content-type', findFormat(file.fileType)?.mimeType ?? 'application/octet-stream')
    .header('content-length', file.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(file.stream)
}
