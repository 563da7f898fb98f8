import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import {
  GraphQLError,
  OperationTypeNode,
  getOperationAST,
  parse,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { requireScope, type Actor, type AuthService } from '../features/auth/index.js'
import type { LiveContext, LiveService } from '../features/live/index.js'
import { createErrorFormatter } from '../graphql/errors.js'
import { findRefusal } from '../graphql/limits.js'
import { measureOperation } from '../graphql/operation-measure.js'
import { PortalError } from '../lib/portal-error.js'
import { identifyBy } from './identify.js'
import { readSessionCookieOf } from './session-cookie.js'

const limits = { messageBytes: 65_536, sockets: 5_000, socketsOfPerson: 50, subscriptions: 20 }
const subprotocol = 'graphql-transport-ws'

export interface LiveSocketOptions {
  schema: GraphQLSchema
  auth: AuthService
  live: LiveService
  publicUrl: string | undefined
  /** Path below which sockets belong to somebody else. */
  foreignPrefix: string | undefined
}

/** What is known of a socket besides what graphql-ws keeps. */
type SocketExtra = Record<PropertyKey, unknown> & { request: IncomingMessage; userId?: string }

const parametersSchema = z.object({ authorization: z.string().optional() }).catch({})

/** Mounts subscriptions at `/graphql`, by the protocol graphql-transport-ws. */
export function registerLiveSocket(app: FastifyInstance, options: LiveSocketOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes })
  const server = serve(app, sockets, options)
  app.server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0] ?? ''
    const { foreignPrefix } = options
    if (foreignPrefix && (path === foreignPrefix || path.startsWith(`${foreignPrefix}/`))) return
    if (path !== '/graphql') refuse(socket, '404 Not Found')
    else if (!request.headers['sec-websocket-protocol']?.includes(subprotocol))
      refuse(socket, '400 Bad Request')
    else if (sockets.clients.size >= limits.sockets) refuse(socket, '503 Service Unavailable')
    else
      sockets.handleUpgrade(request, socket, head, (client) => {
        sockets.emit('connection', client, request)
      })
  })
  app.addHook('preClose', async () => {
    await server.dispose()
    for (const client of sockets.clients) client.terminate()
  })
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function serve(app: FastifyInstance, sockets: WebSocketServer, options: LiveSocketOptions) {
  const { schema, auth, live, publicUrl } = options
  const socketsOf = new Map<string, number>()
  const format = createErrorFormatter(app.log)
  const present = (error: GraphQLError | GraphQLFormattedError) =>
    format(error instanceof GraphQLError ? error.toJSON() : error, error)

  const identifyOn = async (request: IncomingMessage, parameters: unknown): Promise<Actor | undefined> => {
    const { authorization } = parametersSchema.parse(parameters)
    const { actor } = await identifyBy(auth, {
      authorization: request.headers.authorization ?? authorization,
      sessionToken: isOwnPage(request, publicUrl) ? readSessionCookieOf(request.headers.cookie) : undefined,
    })
    if (actor) requireScope(actor, 'read')
    return actor
  }

  return useServer<Record<string, unknown>, SocketExtra>(
    {
      schema,
      async onConnect({ extra, connectionParams }) {
        const actor = await identifyOn(extra.request, connectionParams).catch(forbidden)
        const open = actor && (socketsOf.get(actor.userId) ?? 0)
        if (!actor || open === undefined || open >= limits.socketsOfPerson) return false
        socketsOf.set(actor.userId, open + 1)
        extra.userId = actor.userId
        return true
      },
      onDisconnect({ extra: { userId } }) {
        if (userId) countDown(socketsOf, userId)
      },
      onSubscribe: ({ subscriptions }, _id, { query, operationName, variables }) =>
        findFault({ query, operationName, variables, open: Object.keys(subscriptions).length }),
      context: ({ extra, connectionParams }): LiveContext => ({
        live,
        identify: () => identifyOn(extra.request, connectionParams).catch(forbidden),
      }),
      onError: (_context, _id, _payload, errors) => errors.map(present),
      onNext: (_context, _id, _payload, _arguments, result) =>
        result.errors ? { ...result, errors: result.errors.map(present) } : undefined,
    },
    sockets,
  )
}

/** A token that is not known any more is as good as none. */
function forbidden(error: unknown): undefined {
  if (!(error instanceof PortalError)) throw error
  return undefined
}

/** Browsers send cookies along whichever site opens the socket, but also say which one it is. */
function isOwnPage({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  const from = URL.canParse(origin) ? new URL(origin).host : ''
  return from === host || (publicUrl !== undefined && from === new URL(publicUrl).host)
}

function countDown(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 1) - 1
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}

interface Operation {
  query: string
  operationName?: string | undefined | null
  variables?: Record<string, unknown> | undefined | null
  /** Subscriptions that the socket has already. */
  open: number
}

function findFault({ query, operationName, variables, open }: Operation): GraphQLError[] | undefined {
  try {
    const document = parse(query)
    const operation = getOperationAST(document, operationName)
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new PortalError('BAD_INPUT', 'Only subscriptions come by this socket. Send the rest by POST.')
    if (open >= limits.subscriptions)
      throw new PortalError(
        'RATE_LIMITED',
        `This connection has ${limits.subscriptions} subscriptions already. End one of them first.`,
      )
    const refusal = findRefusal(
      measureOperation(document, operation, (name) => variables?.[name]),
      true,
    )
    if (refusal) throw refusal
    return undefined
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    if (error instanceof PortalError) return [new GraphQLError(error.message, { originalError: error })]
    throw error
  }
}
