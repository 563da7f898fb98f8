import { strFromU8, unzipSync } from 'fflate'
import { unescapeMarkup } from '../../lib/escape-markup.js'
import type { FieldData } from './form-data.js'

const main = 'word/document.xml'
const maxBytes = 256 * 1024 * 1024
const kinds = [
  ['picture', '<w:picture'],
  ['comboBox', '<w:comboBox'],
  ['dropDownList', '<w:dropDownList'],
  ['dateTime', '<w:date>'],
  ['dateTime', '<w:date '],
] as const

/** Reads the fields of a text (DOCX and its kin) in their order, each once. */
export function readWordFields(bytes: Uint8Array): FieldData[] {
  const { [main]: part } = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === main && originalSize <= maxBytes,
  })
  const [, ...pieces] = (part ? strFromU8(part) : '').split('<w:sdtPr>')
  const known = new Set<string>()
  return pieces.flatMap((piece) => {
    const end = piece.indexOf('</w:sdtPr>')
    if (end < 0) return []
    const properties = piece.slice(0, end)
    // What is in a shape is written twice, for older programs too.
    const id = attribute(properties, 'w:id', 'w:val')
    if (id !== '' && known.has(id)) return []
    known.add(id)
    const [content = ''] = piece.slice(end).split('</w:sdtContent>', 1)
    return [fieldOf(properties, content)]
  })
}

function fieldOf(properties: string, content: string): FieldData {
  const key = attribute(properties, 'w:formPr', 'w:key') || attribute(properties, 'w:alias', 'w:val')
  const tag = attribute(properties, 'w:tag', 'w:val')
  if (properties.includes('<w14:checkbox')) {
    const group = attribute(properties, 'w14:groupKey', 'w14:val')
    const value = ['1', 'true'].includes(attribute(properties, 'w14:checked', 'w14:val'))
    return { key: group || key, tag, value, type: group === '' ? 'checkBox' : 'radio' }
  }
  const [type = 'text'] = kinds.find(([, element]) => properties.includes(element)) ?? []
  const isEmpty = type === 'picture' || /<w:showingPlcHdr\s*(w:val="(true|1|on)"\s*)?\/>/.test(properties)
  return { key, tag, value: isEmpty ? '' : textOf(content), type }
}

function attribute(xml: string, element: string, name: string): string {
  const [found = ''] = new RegExp(`<${element}\\b[^>]*>`).exec(xml) ?? []
  return unescapeMarkup(new RegExp(`\\b${name}="([^"]*)"`).exec(found)?.[1] ?? '')
}

function textOf(content: string): string {
  const parts = content.matchAll(
    /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|cr)\b[^>]*>|<\/w:p>(?=[^]*?<w:p[ >])/g,
  )
  return [...parts].map(([, text]) => (text === undefined ? '\n' : unescapeMarkup(text))).join('')
}
