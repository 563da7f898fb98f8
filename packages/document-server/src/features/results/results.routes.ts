import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fileTypeOf, findFormat } from '@lectern/shared'
import { isMissing } from '../../lib/durable-file.js'
import { folderNameOf } from '../documents/index.js'
import type { ResultLinks } from './result-links.js'

interface ResultRoutesOptions {
  links: ResultLinks
  resultsRoot: string
  forgottenRoot: string
}

interface LinkRequest {
  Params: { folder: string; stored: string; fileName: string }
  Querystring: Record<string, string | undefined>
}

const storedName = /^(output(\.[a-z0-9]{1,16})?|changes\.zip)$/
const folderName = /^[0-9a-zA-Z\-._=]{1,160}$/

/** Serves results under their signed links, with ranges, names in any script, and nothing executable. */
export function resultRoutes({ links, resultsRoot, forgottenRoot }: ResultRoutesOptions) {
  return (server: FastifyInstance): void => {
    server.get<LinkRequest>('/cache/files/data/:folder/:stored/:fileName', (request, reply) => {
      const { folder, stored } = request.params
      return send(request, reply, join(resultsRoot, folder, stored))
    })
    server.get<LinkRequest>('/cache/files/forgotten/:folder/:stored/:fileName', (request, reply) =>
      send(request, reply, join(forgottenRoot, folderNameOf(request.params.folder), 'output')),
    )
  }

  async function send(request: FastifyRequest<LinkRequest>, reply: FastifyReply, path: string) {
    const { folder, stored, fileName } = request.params
    const area = request.url.startsWith('/cache/files/data/') ? 'data' : 'forgotten'
    const signedPath = `/cache/files/${area}/${folder}/${stored}/${fileName}`
    const verdict = links.check(signedPath, request.query['md5'], request.query['expires'])
    if (verdict === 'gone') return reply.code(410).send('410 Gone: this link has expired.')
    const safe = folderName.test(folder) && !/^\.+$/.test(folder) && storedName.test(stored)
    if (verdict !== 'ok' || (area === 'data' && !safe)) return reply.code(403).send('403 Forbidden')
    const size = await sizeOf(path)
    if (size === undefined) return reply.code(404).send('404 Not Found')
    reply
      .header('content-type', mimeTypeOf(fileName))
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(fileName)}`)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, no-store')
    return sendRange(request, reply, path, size)
  }
}

function sendRange(request: FastifyRequest, reply: FastifyReply, path: string, size: number) {
  const range = parseRange(request.headers.range, size)
  if (range === 'bad') return reply.code(416).header('content-range', `bytes */${size}`).send()
  if (!range) return reply.header('content-length', size).send(createReadStream(path))
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
    .header('content-length', range.end - range.start + 1)
    .send(createReadStream(path, range))
}

/** Reads a header like `bytes=0-99`; several ranges at once are answered with the whole file. */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'bad' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? 'bad' : { start, end }
}

/** Results that nobody can open as a document here. */
const mimeTypes: Record<string, string> = {
  zip: 'application/zip',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  bmp: 'image/bmp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  html: 'text/html',
  json: 'application/json',
}

function mimeTypeOf(fileName: string): string {
  const fileType = fileTypeOf(fileName)
  return mimeTypes[fileType] ?? findFormat(fileType)?.mimeType ?? 'application/octet-stream'
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw cause
  }
}
