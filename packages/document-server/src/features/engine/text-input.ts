import { decodeText } from './text-encoding.js'

const utf8Mark = '\uFEFF'

/** What the engine is handed of a text file. */
export interface TextInput {
  content: Uint8Array
  /** Options of the engine's filter. */
  options: string
}

/**
 * Gives a text file as UTF-8 with its mark, so that the engine does not guess the encoding. HTML that is not Unicode
 * says its encoding itself.
 */
export function textInput(
  bytes: Uint8Array,
  fileType: string,
  { codePage, delimiter }: { codePage?: number; delimiter?: string } = {},
): TextInput {
  const isMarkup = !['txt', 'csv'].includes(fileType)
  if (isMarkup && codePage === undefined) return { content: bytes, options: '' }
  const text = decodeText(bytes, codePage)
  const content = new TextEncoder().encode(utf8Mark + text)
  return { content, options: fileType === 'csv' ? csvOptions(delimiter ?? findDelimiter(text)) : '' }
}

/** The engine's options to read or write a CSV file: its separator, quotes, UTF-8, from the first line on. */
export function csvOptions(delimiter: string): string {
  return `${delimiter === '' ? '' : String(delimiter.charCodeAt(0))},34,76,1`
}

function findDelimiter(text: string): string {
  const [firstLine = ''] = text.slice(0, 65_536).split('\n')
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: firstLine.split(delimiter).length,
  }))
  const [best] = counts.sort((left, right) => right.count - left.count)
  return best?.delimiter ?? ','
}
