import { EngineError } from '../engine.types.js'
import { readMimeParts } from './mime.js'
import type { MimePart } from './mime.js'
import { decodeHtml, toDataAddress } from './pages.js'
import { sanitiseHtml } from './sanitise.js'

/** Turns a web page saved as one file (MHT) into HTML that holds its pictures. */
export function webArchiveToHtml(bytes: Uint8Array): string {
  const parts = readMimeParts(bytes)
  const page = parts.find(({ contentType }) => /^(text\/html|application\/xhtml\+xml)$/.test(contentType))
  if (!page) throw new EngineError('UNREADABLE', 'The file holds no web page, although its name says so.')
  const pictureOf = (source: string) => {
    const picture = findPart(parts, page, source)
    return picture && toDataAddress(picture.bytes, picture.contentType)
  }
  return sanitiseHtml(decodeHtml(page.bytes, page.charset), { pictureOf })
}

function findPart(parts: MimePart[], page: MimePart, source: string): MimePart | undefined {
  if (/^cid:/i.test(source)) {
    const id = source.slice('cid:'.length)
    return parts.find(({ contentId }) => contentId === id)
  }
  const address = resolve(source, page.location)
  return parts.find(({ location }) => location !== '' && (location === source || location === address))
}

function resolve(source: string, base: string): string {
  try {
    return new URL(source, base).href
  } catch {
    // No address: then only a part of that very name is meant.
    return source
  }
}
