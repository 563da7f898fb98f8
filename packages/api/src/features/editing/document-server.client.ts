import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { CommandError, ConversionError } from '@lectern/shared'
import type { CommandReply, CommandRequest, ConversionReply, ConversionRequest } from '@lectern/shared'
import type { DocumentServerJwt } from './document-server-jwt.js'
import { internalLink, isResultLink } from './result-link.js'
import type { DocumentServerAddresses } from './result-link.js'

const commandTimeoutMs = 10_000
const commandTokenSeconds = 300

/** The document server cannot be reached, or answers nonsense: a fault that may pass. */
export class DocumentServerUnavailable extends Error {
  override readonly name = 'DocumentServerUnavailable'
}

const commandReplySchema = z.object({
  error: z.enum(CommandError),
  key: z.string().optional(),
  users: z.array(z.string()).optional(),
  url: z.string().optional(),
  keys: z.array(z.string()).optional(),
  version: z.string().optional(),
})

const conversionReplySchema = z.union([
  z.object({ error: z.enum(ConversionError) }),
  z.object({
    endConvert: z.literal(true),
    fileUrl: z.string(),
    fileType: z.string(),
    percent: z.literal(100),
  }),
  z.object({ endConvert: z.literal(false), percent: z.number() }),
]) satisfies z.ZodType<ConversionReply>

/** A service of the document server. */
interface Service<Reply> {
  name: string
  path: string
  /** Servers before 8.3 know it by this path only. */
  olderPath: string
  reply: z.ZodType<Reply>
}

const commandService: Service<CommandReply> = {
  name: 'the command service',
  path: '/command',
  olderPath: '/coauthoring/CommandService.ashx',
  reply: commandReplySchema,
}
const conversionService: Service<ConversionReply> = {
  name: 'the conversion service',
  path: '/converter',
  olderPath: '/ConvertService.ashx',
  reply: conversionReplySchema,
}

export interface DocumentServerClientOptions {
  addresses: DocumentServerAddresses
  jwt: DocumentServerJwt
  downloadTimeoutMs: number
}

/** Speaks to the document server: its command service and its result links. */
export function createDocumentServerClient({
  addresses,
  jwt,
  downloadTimeoutMs,
}: DocumentServerClientOptions) {
  const base = addresses.internalUrl.replace(/\/+$/, '')

  async function post(path: string, request: CommandRequest | ConversionRequest): Promise<Response> {
    const shardKey = request.key ? `?shardkey=${encodeURIComponent(request.key)}` : ''
    return fetchOrUnavailable(`${base}${path}${shardKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ token: jwt.sign(request, commandTokenSeconds) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(commandTimeoutMs),
    })
  }

  async function ask<Reply>(
    service: Service<Reply>,
    request: CommandRequest | ConversionRequest,
  ): Promise<Reply> {
    let response = await post(service.path, request)
    if (response.status === 404) {
      await response.body?.cancel()
      response = await post(service.olderPath, request)
    }
    const text = await readText(response)
    if (!response.ok) throw new DocumentServerUnavailable(`${service.name} answered ${response.status}`)
    const reply = service.reply.safeParse(parseJson(text))
    if (!reply.success) throw new DocumentServerUnavailable(`${service.name} answered something unreadable`)
    return reply.data
  }

  async function download(link: string): Promise<Readable> {
    const url = internalLink(link, addresses)
    if (!url) throw new DocumentServerUnavailable('the result link is not an address')
    // A redirect could lead anywhere, so it counts as a failed download.
    const response = await fetchOrUnavailable(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(downloadTimeoutMs),
    })
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel()
      throw new DocumentServerUnavailable(`the result link answered ${response.status}`)
    }
    return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
  }

  return {
    /** Sends a command; the error code in the answer is for the caller to judge. */
    command: (request: CommandRequest): Promise<CommandReply> => ask(commandService, request),

    /** Asks for a conversion, or how far it is; the error code in the answer is for the caller to judge. */
    convert: (request: ConversionRequest): Promise<ConversionReply> => ask(conversionService, request),

    /** Opens a result link for reading; whoever takes the stream limits its size. */
    download,

    /** Opens a result that a browser names; undefined when the link leads to something else, also of the document server. */
    openResult: (link: string): Promise<Readable> | undefined =>
      isResultLink(link, addresses) ? download(link) : undefined,
  }
}
export type DocumentServerClient = ReturnType<typeof createDocumentServerClient>

async function fetchOrUnavailable(url: string | URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    // The address may carry a signature, so it stays out of the message.
    throw new DocumentServerUnavailable('the document server does not answer', { cause })
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text()
  } catch (cause) {
    throw new DocumentServerUnavailable('the document server broke off its answer', { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema says so in its own words.
    return undefined
  }
}
