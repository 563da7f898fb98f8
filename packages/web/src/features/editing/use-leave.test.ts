import { effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLeave } from './use-leave'

let scope = effectScope()
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function open({ canAsk = true, unsaved = false } = {}) {
  const log: string[] = []
  const editor = {
    hasUnsavedChanges: shallowRef(unsaved),
    requestClose: () => (log.push('asked'), canAsk),
    close: () => log.push('closed'),
  }
  const page = scope.run(() => useLeave(editor, () => log.push('gone'), { patienceMs: 2000 }))
  if (!page) throw new Error('The scope has ended.')
  return { ...page, log }
}

describe('leaving the editor', () => {
  it('waits for the editor’s answer', () => {
    const { leave, finish, log } = open()
    leave()
    expect(log).toEqual(['asked'])
    finish()
    expect(log).toEqual(['asked', 'closed', 'gone'])
    vi.advanceTimersByTime(10_000)
    expect(log).toHaveLength(3)
  })

  it('does not wait for an editor that cannot be asked', () => {
    const { leave, log } = open({ canAsk: false })
    leave()
    expect(log).toEqual(['asked', 'closed', 'gone'])
  })

  it('goes on without an answer when nothing is unsaved', () => {
    const { leave, log } = open()
    leave()
    vi.advanceTimersByTime(2000)
    expect(log).toEqual(['asked', 'closed', 'gone'])
  })

  it('stays as long as the editor asks about unsaved changes', () => {
    const { leave, log } = open({ unsaved: true })
    leave()
    vi.advanceTimersByTime(60_000)
    expect(log).toEqual(['asked'])
  })

  it('goes at the second request', () => {
    const { leave, log } = open({ unsaved: true })
    leave()
    leave()
    expect(log).toEqual(['asked', 'closed', 'gone'])
  })

  it.each([
    [true, 'warns', true],
    [false, 'does not warn', false],
  ])('with unsaved changes %s, closing the page %s', (unsaved, _, warned) => {
    open({ unsaved })
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(warned)
  })
})
