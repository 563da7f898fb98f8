import type { WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { clientMessageSchema, editorSocketPath } from '@lectern/shared'
import type { ClientMessage, OpenMessage } from '@lectern/shared'
import { baseUrlOf } from '../../lib/base-url.js'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import type { Tokens } from '../../lib/tokens.js'
import { readClaims } from './claims.js'
import { createConnection } from './connection.js'
import { answerMember } from './member-requests.js'
import type { Joined, SessionRegistry } from './session-registry.js'
import type { SessionDependencies } from './session-state.js'
import { createRateLimit, createSocketCounter } from './socket-limits.js'
import { describeError } from './texts.js'

interface EditorSocketOptions {
  sessions: SessionRegistry
  tokens: Tokens
  deps: SessionDependencies
  maxSocketsPerAddress: number
}

/** Closing codes of RFC 6455 that this route uses. */
const PolicyViolation = 1008
const TryAgainLater = 1013
const goodByeCodes = new Set([1000, 1001])
const openWithinMs = 10_000
const pingEveryMs = 20_000

/** Connects the editor's pages with their sessions. */
export function editorSocketRoutes({ sessions, tokens, deps, maxSocketsPerAddress }: EditorSocketOptions) {
  const counter = createSocketCounter(maxSocketsPerAddress)
  return (server: FastifyInstance): void => {
    server.get(editorSocketPath, { websocket: true }, (socket, request) => {
      const release = counter.take(request.ip)
      if (!release) {
        socket.close(TryAgainLater, 'Too many connections from this address.')
        return
      }
      socket.on('close', release)
      serve(socket, request)
    })
  }

  function serve(socket: WebSocket, request: FastifyRequest): void {
    const connection = createConnection(socket, baseUrlOf(request.headers, request.host))
    const withinRate = createRateLimit(deps.clock)
    let joining: Promise<Joined | undefined> | undefined
    let joined: Joined | undefined
    const tooLate = deps.clock.after(openWithinMs, () =>
      socket.close(PolicyViolation, 'No open message came.'),
    )
    const stopPings = keepAlive(socket)

    socket.on('message', (data, isBinary) => {
      const message = isBinary || !withinRate() ? undefined : parse(data)
      if (!message) {
        socket.close(PolicyViolation, 'The message is unknown, or there were too many.')
        return
      }
      if (joined) return void answerMember(joined, message, deps)
      if (message.type === 'ping') {
        connection.send({ type: 'pong' })
        return
      }
      if (message.type === 'close') {
        socket.close(1000)
        return
      }
      if (message.type !== 'open' || joining) return
      tooLate()
      joining = open(message).then((answer) => (joined = answer))
    })
    socket.on('error', (cause) => {
      deps.log.debug({ reason: reasonOf(cause) }, 'An editor socket failed')
    })
    socket.on('close', (code) => {
      tooLate()
      stopPings()
      void joining?.then((answer) => {
        if (!answer || answer.member.connection !== connection) return
        if (goodByeCodes.has(code)) return answer.session.leave(answer.member)
        answer.session.lose(answer.member, connection)
      })
    })

    async function open(message: OpenMessage): Promise<Joined | undefined> {
      try {
        const claims = await readClaims(message, tokens)
        const answer = await sessions.join(connection, claims, message.resume)
        connection.onDrained(() => answer?.member.view?.refresh())
        return answer
      } catch (cause) {
        const code = cause instanceof DocumentServerError ? cause.code : 'INTERNAL'
        deps.log.warn({ code, reason: reasonOf(cause) }, 'An editor could not join')
        connection.send(describeError(code, langOf(message)))
        return undefined
      }
    }
  }
}

function parse(data: unknown): ClientMessage | undefined {
  if (!Buffer.isBuffer(data)) return undefined
  try {
    const parsed = clientMessageSchema.safeParse(JSON.parse(data.toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // Not JSON: the caller closes the socket with a reason.
    return undefined
  }
}

/** Language for the error that refuses a token; it has no weight, so the unsigned config may say it. */
function langOf({ config }: OpenMessage): string {
  const found = (config as { editorConfig?: { lang?: unknown } } | null | undefined)?.editorConfig?.lang
  return typeof found === 'string' ? found : 'en'
}

/** Finds lines that are dead without having said so. */
function keepAlive(socket: WebSocket): () => void {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  const timer = setInterval(() => {
    if (!alive) {
      socket.terminate()
      return
    }
    alive = false
    socket.ping()
  }, pingEveryMs).unref()
  return () => {
    clearInterval(timer)
  }
}
