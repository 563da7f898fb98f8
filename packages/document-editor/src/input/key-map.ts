/** A key as LibreOfficeKit wants it. */
export interface EngineKey {
  charCode: number
  keyCode: number
}

/** What a key press means: a key of the engine, something the page does itself, or text that the browser types. */
export type KeyMeaning =
  { kind: 'engine'; key: EngineKey } | { kind: 'page'; action: PageAction } | { kind: 'browser' }

export type PageAction =
  | 'save'
  | 'copy'
  | 'cut'
  | 'toolbar'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'find'
  | 'link'
  | 'comment'
  | 'print'
  | 'newSlide'
  | 'fillDown'
  | 'slideShow'
  | 'choices'
  | 'menu'

export const modifierBits = { shift: 4096, control: 8192, alt: 16384 }

const namedKeys: Record<string, EngineKey> = {
  ArrowDown: { charCode: 0, keyCode: 1024 },
  ArrowUp: { charCode: 0, keyCode: 1025 },
  ArrowLeft: { charCode: 0, keyCode: 1026 },
  ArrowRight: { charCode: 0, keyCode: 1027 },
  Home: { charCode: 0, keyCode: 1028 },
  End: { charCode: 0, keyCode: 1029 },
  PageUp: { charCode: 0, keyCode: 1030 },
  PageDown: { charCode: 0, keyCode: 1031 },
  Enter: { charCode: 13, keyCode: 1280 },
  Escape: { charCode: 27, keyCode: 1281 },
  Tab: { charCode: 9, keyCode: 1282 },
  Backspace: { charCode: 8, keyCode: 1283 },
  Delete: { charCode: 127, keyCode: 1286 },
  F2: { charCode: 0, keyCode: 769 },
}

// Letters that do something harmless in the engine: select all, bold, italic, underline, undo, redo, alignment.
const engineLetters = new Set(['a', 'b', 'i', 'u', 'z', 'y', 'l', 'e', 'r', 'j'])

const pageLetters: Record<string, PageAction> = {
  s: 'save',
  c: 'copy',
  x: 'cut',
  f: 'find',
  h: 'find',
  k: 'link',
  p: 'print',
  m: 'newSlide',
  d: 'fillDown',
  '=': 'zoomIn',
  '+': 'zoomIn',
  '-': 'zoomOut',
  '0': 'zoomReset',
}

/** The part of a KeyboardEvent that decides. */
export interface KeyInput {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing?: boolean
  getModifierState?: (name: string) => boolean
}

/** Bits of the modifiers that are held, as the engine adds them to key codes and mouse events. */
export function modifiersOf(event: Pick<KeyInput, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): number {
  return (
    (event.shiftKey ? modifierBits.shift : 0) +
    // Command on a Mac is what Ctrl is elsewhere.
    (event.ctrlKey || event.metaKey ? modifierBits.control : 0) +
    (event.altKey ? modifierBits.alt : 0)
  )
}

/** Decides what a key press means. */
export function mapKey(event: KeyInput): KeyMeaning {
  if (event.isComposing || event.key === 'Process' || event.key === 'Dead') return { kind: 'browser' }
  // The key of office programs that leaves the text for the tools.
  if (event.key === 'F6') return { kind: 'page', action: 'toolbar' }
  if (event.key === 'F5' && !event.ctrlKey) return { kind: 'page', action: 'slideShow' }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
    return { kind: 'page', action: 'menu' }
  if (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'm')
    return { kind: 'page', action: 'comment' }
  if (event.altKey && !event.ctrlKey && event.key === 'ArrowDown') return { kind: 'page', action: 'choices' }
  const named = namedKeys[event.key]
  if (named) {
    return {
      kind: 'engine',
      key: { charCode: named.charCode, keyCode: named.keyCode + modifiersOf(event) },
    }
  }
  // AltGr reports as Ctrl+Alt and types characters such as @ and €.
  const isShortcut =
    (event.ctrlKey || event.metaKey) && !event.getModifierState?.('AltGraph') && !event.altKey
  return isShortcut ? mapShortcut(event) : { kind: 'browser' }
}

function mapShortcut(event: KeyInput): KeyMeaning {
  const letter = event.key.toLowerCase()
  const action = pageLetters[letter]
  if (action && !(event.shiftKey && /[a-z]/.test(letter))) return { kind: 'page', action }
  if (letter === 'z' && event.shiftKey) return engineLetter('y')
  if (engineLetters.has(letter) && !event.shiftKey) return engineLetter(letter)
  return { kind: 'browser' }
}

function engineLetter(letter: string): KeyMeaning {
  const keyCode = 512 + letter.charCodeAt(0) - 97 + modifierBits.control
  return { kind: 'engine', key: { charCode: 0, keyCode } }
}
