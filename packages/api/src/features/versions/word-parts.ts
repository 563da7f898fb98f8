import { toLines, type DocumentPart, type PartKind } from './document-part.js'
import { listParagraphs, wordTags } from './paragraphs.js'

const kinds: [PartKind, RegExp][] = [
  ['body', /^word\/document\d*\.xml$/],
  ['headers', /^word\/(header|footer)\d*\.xml$/],
  ['notes', /^word\/(footnotes|endnotes)\.xml$/],
  ['comments', /^word\/comments\.xml$/],
]

/** Tells which parts of a file hold the text of a Word document. */
export const isWordPart = (name: string) => kinds.some(([, pattern]) => pattern.test(name))

/** Reads the text of a Word document. */
export function readWordParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  return kinds.map(([kind, pattern]) => {
    const found = [...texts].filter(([name]) => pattern.test(name)).sort(([a], [b]) => a.localeCompare(b))
    const paragraphs = found.flatMap(([, xml]) => listParagraphs(xml, wordTags))
    return { kind, title: null, lines: toLines(paragraphs) }
  })
}
