import type { InputMessage } from '@lectern/shared'

/** The bits of a key code that are Shift, Ctrl and Alt. */
export const shift = 0x1000
export const ctrl = 0x2000
export const alt = 0x4000
export const modifierMask = shift | ctrl | alt

/** Makes a set of names out of a line of them. */
export const words = (text: string) => new Set(text.split(' '))

/** Gives a command's name without the engine's prefix. */
export const plainName = (name: string) => name.replace(/^\.uno:/, '')

/** Tells whether an input is one key with exactly these modifiers. */
export function isKey(input: InputMessage, key: number, modifiers: number): boolean {
  if (input.type !== 'key') return false
  return (input.keyCode & 0xfff) === key && (input.keyCode & modifierMask) === modifiers
}
