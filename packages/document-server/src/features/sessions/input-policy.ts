import type { InputMessage } from '@lectern/shared'
import type { JoinClaims } from './claims.js'

const modifierMask = 0x7000
const ctrl = 0x2000
/** Arrows, Home, End, Page up, Page down; Escape; the keys of modifiers send 0. */
const navigationKeys = new Set([0, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1281])
/** With Ctrl: A, C and F select, copy and find. */
const harmlessWithCtrl = new Set([512, 514, 517])

/**
 * Decides whether a participant may give an input; the answer is the reason of a refusal.
 * This is the only gate: the page hides buttons, but nobody has to use the page.
 */
export function refusalOf(input: InputMessage, claims: JoinClaims): string | undefined {
  if (claims.canEdit || input.type === 'setPart') return undefined
  if (input.type === 'mouse') {
    if (claims.permissions.copy === false) return 'Copying is not allowed in this document.'
    return input.button <= 1 ? undefined : 'This document is open for reading only.'
  }
  return 'This document is open for reading only.'
}

/** Tells whether an input may change the document; when in doubt it may, because a save too much does no harm. */
export function mayChange(input: InputMessage): boolean {
  switch (input.type) {
    case 'setPart':
    case 'mouse':
      return false
    case 'key': {
      if (input.kind === 'up') return false
      const key = input.keyCode & ~modifierMask & 0xfff
      if ((input.keyCode & ctrl) !== 0 && harmlessWithCtrl.has(key)) return false
      return input.charCode >= 32 || !navigationKeys.has(key)
    }
    case 'text':
    case 'compose':
    case 'command':
    case 'paste':
    case 'insertImage':
    case 'movePart':
    case 'filter':
      return true
  }
}
