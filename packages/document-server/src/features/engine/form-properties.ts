import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Completion } from './macros.js'
import { rewriteZip } from './zip-rewrite.js'

/** What the engine drops of a field, as it stands in the file. */
interface FieldProperties {
  /** Key, help text, whether it must be filled in, longest text. */
  added: string
  /** The group of a radio button. */
  group: string | undefined
  /** How a picture is fitted in. */
  picture: string | undefined
}
type Fields = Map<string, FieldProperties>

const formTypes = new Set(['docxf', 'oform'])
/** Tells whether files of a type are forms of ONLYOFFICE. */
export const isFormType = (fileType: string) => formTypes.has(fileType)

const typesName = '[Content_Types].xml'
const mainOverride = /<Override\b[^>]*PartName="\/word\/document\.xml"[^>]*>/
const contentType = /ContentType="([^"]*)"/
const plainMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const storyParts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const maxPartBytes = 256 * 1024 * 1024
const opening = '<w:sdtPr>'
const closing = '</w:sdtPr>'
/** Longer ones are left as they are; real ones have some 1,000 characters, lists some more. */
const maxLength = 65_536
const ownProperties = /<w:(formPr|textFormPr|complexFormPr)\b(?:[^>]*\/>|[^>]*>[^]*?<\/w:\1>)/g
const idOf = /<w:id\b[^>]*\bw:val="(-?\d+)"/
const firstId = 1_700_000_000

/**
 * Makes a form (DOCXF, OFORM) what the engine reads as a document, and gives what puts into each save of it the
 * properties of fields that the engine does not know. Fields are found again by their ids, which the engine keeps; those
 * without get one. Gives undefined for all other files.
 */
export function readForm(
  original: Uint8Array,
  fileType: string,
): { bytes: Uint8Array; complete: Completion } | undefined {
  // An encrypted file is no ZIP.
  if (!isFormType(fileType) || original[0] !== 0x50) return undefined
  const fields: Fields = new Map()
  const mainType = readMainType(original)
  const bytes = changeParts(original, (name, xml) =>
    name === typesName ? withMainType(xml, plainMain) : numberFields(xml, fields),
  )
  const complete: Completion = (saved) =>
    changeParts(saved, (name, xml) =>
      name === typesName ? withMainType(xml, mainType) : restoreFields(xml, fields),
    )
  return { bytes, complete }
}

function changeParts(bytes: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) =>
      originalSize <= maxPartBytes && (name === typesName || storyParts.test(name)),
  })
  const changes = new Map<string, Uint8Array>()
  for (const [name, part] of Object.entries(parts)) {
    const xml = strFromU8(part)
    const changed = change(name, xml)
    if (changed !== xml) changes.set(name, strToU8(changed))
  }
  return changes.size === 0 ? bytes : rewriteZip(bytes, changes)
}

function readMainType(bytes: Uint8Array): string {
  const { [typesName]: types } = unzipSync(bytes, { filter: ({ name }) => name === typesName })
  const [override = ''] = (types && mainOverride.exec(strFromU8(types))) ?? []
  return contentType.exec(override)?.[1] ?? plainMain
}

function withMainType(types: string, wanted: string): string {
  return types.replace(mainOverride, (override) =>
    override.replace(contentType, () => `ContentType="${wanted}"`),
  )
}

/** Calls `change` with the properties of each field. */
function changeFields(xml: string, change: (properties: string) => string): string {
  const [before = '', ...pieces] = xml.split(opening)
  const changed = pieces.map((piece) => {
    const end = piece.indexOf(closing)
    return end < 0 || end > maxLength ? piece : change(piece.slice(0, end)) + piece.slice(end)
  })
  return [before, ...changed].join(opening)
}

function numberFields(xml: string, fields: Fields): string {
  let lastId = firstId + fields.size
  return changeFields(xml, (properties) => {
    const added = [...properties.matchAll(ownProperties)].map(([property]) => property).join('')
    if (added === '') return properties
    const known = idOf.exec(properties)?.[1]
    while (known === undefined && xml.includes(`"${String((lastId += 1))}"`));
    const id = known ?? String(lastId)
    fields.set(id, {
      added,
      group: /<w14:groupKey\b[^>]*\/>/.exec(properties)?.[0],
      picture: /<w:picture\b[^>]*\/>/.exec(properties)?.[0],
    })
    return known === undefined ? `<w:id w:val="${id}"/>${properties}` : properties
  })
}

function restoreFields(xml: string, fields: Fields): string {
  return changeFields(xml, (properties) => {
    const field = fields.get(idOf.exec(properties)?.[1] ?? '')
    if (!field) return properties
    const { added, group = '', picture } = field
    return (
      properties
        .replace('</w14:checkbox>', () => `${group}</w14:checkbox>`)
        .replace('<w:picture/>', (empty) => picture ?? empty) + added
    )
  })
}
