import { walkXml } from '../../lib/xml-walk.js'

/** How a format writes paragraphs. */
interface ParagraphTags {
  paragraph: ReadonlySet<string>
  /** The elements in which text is; undefined: all text counts. */
  text: ReadonlySet<string> | undefined
  tab: ReadonlySet<string>
  lineBreak: ReadonlySet<string>
  /** What is said twice, or is no text of the document. */
  skipped: ReadonlySet<string>
}

export const wordTags: ParagraphTags = {
  paragraph: new Set(['w:p']),
  text: new Set(['w:t']),
  tab: new Set(['w:tab', 'w:ptab']),
  lineBreak: new Set(['w:br', 'w:cr']),
  // The fallback repeats text boxes for old programs; paragraph properties hold tab stops, which are no tabs.
  skipped: new Set(['mc:Fallback', 'w:pPr', 'w:moveFrom']),
}

export const slideTags: ParagraphTags = {
  paragraph: new Set(['a:p']),
  text: new Set(['a:t']),
  tab: new Set(),
  lineBreak: new Set(['a:br']),
  skipped: new Set(['mc:Fallback']),
}

export const openDocumentTags: ParagraphTags = {
  paragraph: new Set(['text:p', 'text:h']),
  text: undefined,
  tab: new Set(['text:tab', 'text:s']),
  lineBreak: new Set(['text:line-break']),
  skipped: new Set([
    'text:tracked-changes',
    'office:annotation',
    'presentation:notes',
    'svg:title',
    'svg:desc',
  ]),
}

/** Gives the paragraphs of a part as people read them, without the empty ones. */
export function listParagraphs(xml: string, tags: ParagraphTags): string[] {
  const finished: string[] = []
  // Text boxes hold paragraphs inside of a paragraph.
  const open: string[] = []
  let skipping = 0
  let textDepth = 0
  const add = (text: string) => {
    const last = open.pop()
    if (last !== undefined) open.push(last + text)
  }
  walkXml(xml, {
    open(name) {
      if (tags.skipped.has(name)) skipping++
      else if (tags.paragraph.has(name)) open.push('')
      else if (tags.text?.has(name)) textDepth++
      if (skipping === 0 && tags.tab.has(name)) add('\t')
      if (skipping === 0 && tags.lineBreak.has(name)) add(' ')
    },
    close(name) {
      if (tags.skipped.has(name)) skipping--
      else if (tags.text?.has(name)) textDepth--
      else if (tags.paragraph.has(name)) finished.push(open.pop() ?? '')
    },
    text(text) {
      if (skipping === 0 && (!tags.text || textDepth > 0)) add(text)
    },
  })
  return finished.map((text) => text.replace(/[ \t\n\r]+/g, ' ').trim()).filter((text) => text !== '')
}
