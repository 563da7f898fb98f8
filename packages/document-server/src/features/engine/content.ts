import { checkContainer } from './container-check.js'
import { EngineError } from './engine.types.js'
import type { OpenOptions } from './engine.types.js'
import { readForm } from './form-properties.js'
import { keepMacros } from './macros.js'
import type { Completion } from './macros.js'
import { markupInput } from './markup/index.js'
import { textInput } from './text-input.js'

/** A file as the engine is handed it. */
export interface Content {
  bytes: Uint8Array
  fileType: string
  /** Options of the engine's filter. */
  options: string
  password?: string
  complete?: Completion
}

/** The engine keeps the last language that it was told, so each file names its own. */
const defaultLanguage = 'en-US'

/** Checks a file and brings it into a form that the engine reads; throws an EngineError when it cannot be opened. */
export function prepareContent(bytes: Uint8Array, fileType: string, wanted: OpenOptions = {}): Content {
  const { password, codePage, language = defaultLanguage } = wanted
  const { container } = checkContainer(bytes, fileType, { mayBeEncrypted: password !== undefined })
  const options = `Language=${language}`
  try {
    const markup = markupInput(bytes, fileType, codePage)
    if (markup) return { bytes: markup, fileType, options }
    if (container === 'text') {
      const { content, options: filter } = textInput(bytes, fileType, wanted)
      return { bytes: content, fileType, options: filter === '' ? options : `${options},${filter}` }
    }
    const form = readForm(bytes, fileType)
    if (form) return { ...form, fileType, options, password }
    return { bytes, fileType, options, password, complete: keepMacros(bytes, fileType) }
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    throw new EngineError('UNREADABLE', 'The file is damaged: it cannot be unpacked.', { cause })
  }
}
