import { decodeText } from '../text-encoding.js'
import { bookToHtml } from './book.js'
import { decodeHtml } from './pages.js'
import { sanitiseHtml } from './sanitise.js'
import { webArchiveToHtml } from './web-archive.js'

type Reader = (bytes: Uint8Array, codePage?: number) => string

const readPage: Reader = (bytes, codePage) =>
  sanitiseHtml(codePage === undefined ? decodeHtml(bytes) : decodeText(bytes, codePage))

const readers: Record<string, Reader> = {
  ...{ html: readPage, htm: readPage, mht: webArchiveToHtml, mhtml: webArchiveToHtml, epub: bookToHtml },
}

/** Gives what the engine is handed of a web page, a saved one, or an e-book; undefined for other types. */
export function markupInput(bytes: Uint8Array, fileType: string, codePage?: number): Uint8Array | undefined {
  const html = readers[fileType]?.(bytes, codePage)
  if (html === undefined) return undefined
  const start = '\uFEFF<!DOCTYPE html><meta http-equiv="content-type" content="text/html; charset=utf-8">'
  return new TextEncoder().encode(start + html)
}
