import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CommandError } from '@lectern/shared'
import { baseUrlOf } from '../../lib/base-url.js'
import { DocumentServerError } from '../../lib/errors.js'
import { readRequestClaims } from '../../lib/request-claims.js'
import type { Tokens } from '../../lib/tokens.js'
import type { CommandService } from './command.service.js'

/** Serves the command service under its new and its old path; errors are HTTP 200 with a code, as recorded. */
export function commandRoutes({ commands, tokens }: { commands: CommandService; tokens: Tokens }) {
  return (server: FastifyInstance): void => {
    server.post('/command', run)
    server.post('/coauthoring/CommandService.ashx', run)
    server.get('/coauthoring/CommandService.ashx', run)
  }

  async function run(request: FastifyRequest, reply: FastifyReply) {
    reply.type('application/json')
    try {
      const claims = await readRequestClaims(request, tokens)
      return await commands.run(claims, baseUrlOf(request.headers, request.host))
    } catch (cause) {
      if (!(cause instanceof DocumentServerError)) throw cause
      return { error: cause.code === 'TOKEN_EXPIRED' ? CommandError.TokenExpired : CommandError.Token }
    }
  }
}
