import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { tokenFromHeader } from '../../lib/tokens.js'
import type { Tokens } from '../../lib/tokens.js'

/** `local`: people at this machine, and whoever has a token. `on`: everybody who reaches the port. */
export type StatusPageAccess = 'on' | 'local' | 'off'

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/
const localHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']
/** The editor configs that browsers hold are signed with the same secret: only a token made for this page counts. */
const statusTokenSchema = z.object({ purpose: z.literal('status') })

/**
 * Tells who may see the status page. A proxy in front of this server is on this machine too, and brings the whole world
 * along: whatever came through one is not local, and neither is a request under another name than the machine's own.
 */
export function createStatusAccess(access: StatusPageAccess, tokens: Tokens) {
  return async (request: FastifyRequest): Promise<boolean> => {
    if (access !== 'local') return access === 'on'
    return isLocal(request) || hasToken(request, tokens)
  }
}

function isLocal({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = forwardingHeaders.some((name) => headers[name] !== undefined)
  return !isForwarded && loopback.test(socket.remoteAddress ?? '') && localHost.test(headers.host ?? '')
}

async function hasToken(request: FastifyRequest, tokens: Tokens): Promise<boolean> {
  if (!tokens.required) return false
  const inQuery = (request.query as Record<string, unknown>).token
  const token =
    typeof inQuery === 'string' ? inQuery : tokenFromHeader(request.headers[tokens.headerName.toLowerCase()])
  if (token === undefined) return false
  try {
    return statusTokenSchema.safeParse(await tokens.verify(token)).success
  } catch {
    // Not signed with the secret, or expired: no right to see anything.
    return false
  }
}
