import { strFromU8, unzipSync } from 'fflate'
import { EngineError } from '../engine.types.js'
import { bodyOf, decodeHtml, toDataAddress } from './pages.js'
import { sanitiseHtml } from './sanitise.js'

type Parts = Record<string, Uint8Array>

interface Item {
  path: string
  type: string
}

const maxBookBytes = 256 * 1024 * 1024
const pageTypes = new Set(['application/xhtml+xml', 'text/html'])

/** Turns an e-book (EPUB) into one HTML page: its chapters in reading order, with their pictures. */
export function bookToHtml(bytes: Uint8Array): string {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => (total += originalSize) <= maxBookBytes,
  })
  const container = textOf(parts, 'META-INF/container.xml')
  const packagePath = attributesOf(container, 'rootfile')[0]?.['full-path'] ?? ''
  const { items, chapters } = readPackage(textOf(parts, packagePath), folderOf(packagePath))
  const types = new Map([...items.values()].map(({ path, type }) => [path, type]))
  const pages = chapters.flatMap((id) => {
    const item = items.get(id)
    const page = item && pageTypes.has(item.type) ? parts[item.path] : undefined
    return item && page ? [chapterHtml(page, item.path, parts, types)] : []
  })
  if (pages.length === 0) throw damaged()
  const [firstTitle = ''] = /<dc:title[^<>]*>([^<]*)/.exec(textOf(parts, packagePath))?.slice(1) ?? []
  const separator = '<p style="page-break-before: always"></p>'
  return `<html><head><title>${firstTitle}</title></head><body>${pages.join(separator)}</body></html>`
}

function chapterHtml(page: Uint8Array, path: string, parts: Parts, types: Map<string, string>): string {
  const folder = folderOf(path)
  // Many covers are a picture inside a drawing, of which nothing would be left.
  const html = decodeHtml(page).replace(
    /<image\b[^<>]{0,500}?\b(?:xlink:)?href=("[^"<>]*"|'[^'<>]*')[^<>]{0,500}>/gi,
    '<img src=$1>',
  )
  const withoutDrawings = bodyOf(html).replace(/<\/?svg\b[^<>]*>/gi, '')
  return sanitiseHtml(withoutDrawings, {
    pictureOf: (source) => {
      const picturePath = join(folder, source)
      const picture = parts[picturePath]
      return picture && toDataAddress(picture, types.get(picturePath) ?? '')
    },
  })
}

function readPackage(xml: string, folder: string) {
  const items = new Map(
    attributesOf(xml, 'item').map(({ id = '', href = '', 'media-type': type = '' }): [string, Item] => [
      id,
      { path: join(folder, href), type },
    ]),
  )
  return { items, chapters: attributesOf(xml, 'itemref').map(({ idref = '' }) => idref) }
}

/** The attributes of each element of a name, whatever its namespace. */
function attributesOf(xml: string, element: string): Record<string, string>[] {
  const elements = xml.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b((?:[^"'<>]|"[^"]*"|'[^']*')*)>`, 'g'))
  return [...elements].map(([, text = '']) =>
    Object.fromEntries(
      [...text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
        name,
        (double ?? single ?? '').replaceAll('&amp;', '&'),
      ]),
    ),
  )
}

function textOf(parts: Parts, name: string): string {
  const part = parts[name]
  if (!part) throw damaged()
  return strFromU8(part)
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function join(folder: string, href: string): string {
  let path: string
  try {
    path = decodeURIComponent(href.split('#')[0] ?? '')
  } catch {
    // A per cent sign that means itself.
    path = href
  }
  const segments: string[] = []
  for (const segment of `${folder}${path}`.split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  return segments.join('/')
}

const damaged = () =>
  new EngineError('UNREADABLE', 'The e-book is damaged: it names no chapters that it holds.')
