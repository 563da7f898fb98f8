import { findBaseAddress } from './base-address.js'
import { createDocEditor } from './doc-editor.js'
import type { DocEditor, DocEditorConfig } from './doc-editor.js'

/** Version of the protocol that this script speaks. */
const version = '9.3.0'

const base = findBaseAddress(document)

/** Called with `new` by portals, and without it by some; both give the editor. */
function DocEditorConstructor(placeholderId: string, config: DocEditorConfig): DocEditor {
  return createDocEditor(base, placeholderId, config)
}
DocEditorConstructor.version = () => version
DocEditorConstructor.warmUp = () => undefined

Object.assign(window, { DocsAPI: { DocEditor: DocEditorConstructor } })
