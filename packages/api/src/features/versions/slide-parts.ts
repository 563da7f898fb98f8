import { walkXml } from '../../lib/xml-walk.js'
import { toLines, type DocumentPart } from './document-part.js'
import { listParagraphs, slideTags } from './paragraphs.js'
import { readRelationships } from './relationships.js'

const presentation = 'ppt/presentation.xml'

/** Tells which parts of a file hold the text of a presentation. */
export const isSlidePart = (name: string) =>
  /^ppt\/(presentation\.xml|_rels\/presentation\.xml\.rels|slides\/slide\d+\.xml)$/.test(name)

/** Reads the text of a presentation, slide by slide in the order in which they are shown. */
export function readSlideParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  const targets = readRelationships(texts, presentation)
  const order: string[] = []
  walkXml(texts.get(presentation) ?? '', {
    open(name, attribute) {
      if (name === 'p:sldId') order.push(targets.get(attribute('r:id') ?? '') ?? '')
    },
  })
  return order.map((name, index) => ({
    kind: 'slide',
    title: String(index + 1),
    lines: toLines(listParagraphs(texts.get(name) ?? '', slideTags)),
  }))
}
