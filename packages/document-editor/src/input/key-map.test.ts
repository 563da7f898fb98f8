import { describe, expect, it } from 'vitest'
import { mapKey, modifiersOf, type KeyInput } from './key-map'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, modifiers: Partial<KeyInput> = {}) => mapKey({ key, ...none, ...modifiers })

describe('keys', () => {
  it.each([
    ['Enter', 13, 1280],
    ['Backspace', 8, 1283],
    ['Delete', 127, 1286],
    ['Tab', 9, 1282],
    ['Escape', 27, 1281],
    ['ArrowLeft', 0, 1026],
    ['PageDown', 0, 1031],
    ['F2', 0, 769],
  ])('sends %s to the engine', (key, charCode, keyCode) => {
    expect(press(key)).toEqual({ kind: 'engine', key: { charCode, keyCode } })
  })

  it('adds the modifiers to the code', () => {
    expect(press('ArrowRight', { shiftKey: true, ctrlKey: true })).toEqual({
      kind: 'engine',
      key: { charCode: 0, keyCode: 1027 + 4096 + 8192 },
    })
  })

  it.each(['a', 'é', '汉', ' ', 'A'])('leaves the character %s to the browser', (key) => {
    expect(press(key)).toEqual({ kind: 'browser' })
  })

  it('sends Ctrl+B as the engine knows it', () => {
    expect(press('b', { ctrlKey: true })).toEqual({ kind: 'engine', key: { charCode: 0, keyCode: 8705 } })
  })

  it('takes Command on a Mac for Ctrl, and Ctrl+Shift+Z for redo', () => {
    const undo = { kind: 'engine', key: { charCode: 0, keyCode: 512 + 25 + 8192 } }
    const redo = { kind: 'engine', key: { charCode: 0, keyCode: 512 + 24 + 8192 } }
    expect(press('z', { metaKey: true })).toEqual(undo)
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual(redo)
  })

  it('saves with Ctrl+S instead of the browser', () => {
    expect(press('s', { ctrlKey: true })).toEqual({ kind: 'page', action: 'save' })
  })

  it.each(['v', 't', 'w', 'r5'])('leaves Ctrl+%s to the browser', (key) => {
    expect(press(key, { ctrlKey: true })).toEqual({ kind: 'browser' })
  })

  it('does not take characters of AltGr for shortcuts', () => {
    expect(press('€', { ctrlKey: true, altKey: true })).toEqual({ kind: 'browser' })
    const altGraph = { ctrlKey: true, getModifierState: (name: string) => name === 'AltGraph' }
    expect(press('b', altGraph)).toEqual({ kind: 'browser' })
  })

  it('leaves keys of an input method alone', () => {
    expect(press('Enter', { isComposing: true })).toEqual({ kind: 'browser' })
    expect(press('Process')).toEqual({ kind: 'browser' })
    expect(press('Dead')).toEqual({ kind: 'browser' })
  })
})

it('adds up the modifiers of a mouse event', () => {
  expect(modifiersOf({ ...none, shiftKey: true, altKey: true })).toBe(4096 + 16384)
})
