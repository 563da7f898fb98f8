/** A part of a MIME message. */
export interface MimePart {
  contentType: string
  /** Without the brackets. */
  contentId: string
  location: string
  charset: string | undefined
  bytes: Uint8Array
}

const maxParts = 2_000
const maxDepth = 5

/** Reads the parts of a web page saved as one file (MHTML), also of parts that have parts. */
export function readMimeParts(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = []
  collect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), parts, 0)
  return parts
}

function collect(text: string, parts: MimePart[], depth: number): void {
  const blank = /\r?\n\r?\n/.exec(text)
  if (!blank || parts.length >= maxParts) return
  const headers = readHeaders(text.slice(0, blank.index))
  const body = text.slice(blank.index + blank[0].length)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = parameter(type, 'boundary')
  if (type.toLowerCase().startsWith('multipart/') && boundary !== undefined && depth < maxDepth) {
    for (const part of split(body, boundary)) collect(part, parts, depth + 1)
    return
  }
  parts.push({
    contentType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    contentId: (headers.get('content-id') ?? '').replace(/^<|>$/g, ''),
    location: headers.get('content-location') ?? '',
    charset: parameter(type, 'charset'),
    bytes: decodeBody(body, headers.get('content-transfer-encoding')?.toLowerCase() ?? ''),
  })
}

function readHeaders(text: string): Map<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : []
    }),
  )
}

function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

function split(body: string, boundary: string): string[] {
  const [whole = ''] = `\n${body}`.split(`\n--${boundary}--`)
  return whole
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => part.replace(/^[ \t]*\r?\n/, ''))
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}
