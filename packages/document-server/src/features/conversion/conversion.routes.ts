import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ConversionError } from '@lectern/shared'
import type { ConversionReply } from '@lectern/shared'
import { baseUrlOf } from '../../lib/base-url.js'
import { DocumentServerError } from '../../lib/errors.js'
import { readRequestClaims } from '../../lib/request-claims.js'
import type { Tokens } from '../../lib/tokens.js'
import { replyAsXml, wantsXml } from './conversion-reply.js'
import type { ConversionService } from './conversion.service.js'

/** Serves conversions under the new and the old path; errors are HTTP 200 with a code, as recorded. */
export function conversionRoutes({
  conversions,
  tokens,
}: {
  conversions: ConversionService
  tokens: Tokens
}) {
  return (server: FastifyInstance): void => {
    server.post('/converter', run)
    server.post('/ConvertService.ashx', run)
    server.get('/ConvertService.ashx', run)
  }

  async function run(request: FastifyRequest, reply: FastifyReply) {
    const answer = await answerOf(request)
    if (wantsXml(request.headers.accept))
      return reply.type('text/xml; charset=UTF-8').send(replyAsXml(answer))
    return reply.type('application/json; charset=UTF-8').send(JSON.stringify(answer))
  }

  async function answerOf(request: FastifyRequest): Promise<ConversionReply> {
    try {
      const claims = await readRequestClaims(request, tokens)
      return await conversions.run(claims, baseUrlOf(request.headers, request.host))
    } catch (cause) {
      if (!(cause instanceof DocumentServerError)) throw cause
      return { error: ConversionError.Token }
    }
  }
}
