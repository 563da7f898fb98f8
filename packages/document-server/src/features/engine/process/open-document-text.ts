import { strFromU8, unzipSync } from 'fflate'

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string) =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')

/** Gives the content of an OpenDocument file as XML; nothing when it has none. */
export function readContent(file: Uint8Array): string {
  const { 'content.xml': content } = unzipSync(file, { filter: ({ name }) => name === 'content.xml' })
  return content ? strFromU8(content) : ''
}

/** Gives the paragraphs (`p`) or headings (`h`) of a piece of an OpenDocument file, with their tags. */
export function paragraphsOf(xml: string, kind: 'p' | 'h'): string[] {
  const paragraph = new RegExp(`<text:${kind}(?: [^>]*?)?(?:/>|>.*?</text:${kind}>)`, 'gs')
  return xml.match(paragraph) ?? []
}

/** Gives the text of a paragraph of an OpenDocument file. */
export function plainText(paragraph: string): string {
  const text = paragraph
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
    .replaceAll('<text:tab/>', '\t')
    .replaceAll('<text:line-break/>', '\n')
    .replace(/<[^>]*>/g, '')
  return decode(text)
}

/** Gives an attribute of an element's opening tag; undefined when it has none of this name. */
export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decode(value)
}
