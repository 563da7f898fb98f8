import type { FastifyRequest } from 'fastify'
import { DocumentServerError } from './errors.js'
import { tokenFromHeader } from './tokens.js'
import type { Tokens } from './tokens.js'

/**
 * Gives what a portal's request asks for: the claims of the token in the body, else of the one in the header (with or
 * without the wrapper `payload`). Fields beside the token count for nothing, unless the server runs without a secret.
 */
export async function readRequestClaims(request: FastifyRequest, tokens: Tokens): Promise<unknown> {
  const body = request.body as Record<string, unknown> | null | undefined
  if (!tokens.required) return body
  const inBody = typeof body?.['token'] === 'string' ? body['token'] : undefined
  const token = inBody ?? tokenFromHeader(request.headers[tokens.headerName.toLowerCase()])
  if (token === undefined) throw new DocumentServerError('TOKEN_INVALID', 'The request has no token.')
  const claims = await tokens.verify(token)
  return claims['payload'] ?? claims
}
