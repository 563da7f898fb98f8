import { strToU8, zipSync } from 'fflate'
import { escapeAttribute } from '../../lib/escape-markup.js'

/** A field of a form with a list of entries. */
export interface FormList {
  entries: string[]
  /** Something else than an entry may be written, too. */
  isOpen: boolean
  /** What stands in the field until somebody fills it in. */
  placeholder: string
  /** What is read out with it; an empty text for no name. */
  title: string
}

const prefix = 'urn:oasis:names:tc:opendocument:xmlns:'
const mimeType = 'application/vnd.oasis.opendocument.text'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

const manifest = `${head}<manifest:manifest xmlns:manifest="${prefix}manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimeType}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

/**
 * Writes an ODT file with nothing but a field. The engine's own command makes a list with a single entry, and the
 * others are given in a dialog that opens a second one; a file that is inserted brings them all.
 */
export function formListFile(list: FormList): Uint8Array {
  return zipSync({
    // First and not packed, as ODF wants it.
    mimetype: [strToU8(mimeType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(contentOf(list)),
  })
}

function contentOf({ entries, isOpen, placeholder, title }: FormList): string {
  const name = title === '' ? '' : ` loext:alias="${escapeAttribute(title)}"`
  const kind = isOpen ? 'combobox' : 'dropdown'
  const items = entries.map(escapeAttribute).map((entry) => {
    return `<loext:list-item loext:display-text="${entry}" loext:value="${entry}"/>`
  })
  return `${head}<office:document-content office:version="1.3" xmlns:office="${prefix}office:1.0"
 xmlns:text="${prefix}text:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">
<office:body><office:text><text:p><loext:content-control loext:showing-place-holder="true" loext:${kind}="true"${name}>${
    items.join('') + escapeAttribute(placeholder)
  }</loext:content-control></text:p></office:text></office:body></office:document-content>`
}
