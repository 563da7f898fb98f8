import type { InputMessage } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { unsentText } from './unsent-text'

const key = (charCode: number, keyCode: number, kind: 'press' | 'up' = 'press'): InputMessage => ({
  ...{ type: 'key', seq: 1, kind, charCode, keyCode },
})
const text = (value: string): InputMessage => ({ type: 'text', seq: 1, text: value })

describe('what could not be sent', () => {
  it('is told as it would read', () => {
    const inputs = [
      text('Dear Annn'),
      key(8, 1283),
      key(8, 1283, 'up'),
      key(44, 0),
      key(13, 1280),
      text('thanks'),
    ]
    expect(unsentText(inputs)).toBe('Dear Ann,\nthanks')
  })

  it('may have no text', () => {
    expect(unsentText([{ type: 'command', seq: 1, name: '.uno:Bold' }])).toBe('')
    expect(unsentText([{ type: 'movePart', seq: 1, from: 0, to: 1 }])).toBe('')
  })

  it('is nothing when only the cursor was moved', () => {
    const click = {
      type: 'mouse',
      seq: 1,
      kind: 'down',
      x: 1,
      y: 1,
      count: 1,
      button: 1,
      modifiers: 0,
    } as const
    const goTo = { type: 'command', seq: 2, name: '.uno:GoToCell', args: { ToPoint: 'B2' } } as const
    expect(unsentText([click, goTo, key(0, 1026)])).toBeUndefined()
  })
})
