import { describe, expect, it } from 'vitest'
import { readHistory, readHistoryError } from './history-entries'

const user = { id: 'u1', name: 'User One' }

describe('the history that a portal gives', () => {
  it('is listed with the newest version first', () => {
    const history = [
      { version: 1, key: 'a', created: '2026-11-21 20:00:00', user },
      { version: 2, key: 'b', created: '2026-11-21 22:23:11' },
    ]
    expect(readHistory({ currentVersion: 1, history })).toEqual({
      currentVersion: 1,
      entries: [
        { version: 2, created: '2026-11-21 22:23:11', author: '' },
        { version: 1, created: '2026-11-21 20:00:00', author: 'User One' },
      ],
    })
  })

  it('takes the newest version for the current one when the portal names none of the list', () => {
    expect(readHistory({ history: [{ version: 3 }, { version: 4 }] })?.currentVersion).toBe(4)
  })

  it.each([
    [undefined],
    [{}],
    [{ history: 'x' }],
    [{ history: [] }],
    [{ history: [null, { version: 'x' }] }],
  ])('is nothing when it names no versions: %j', (list) => {
    expect(readHistory(list)).toBeUndefined()
  })

  it('may be the reason why there is none', () => {
    expect(readHistoryError({ error: 'The history is gone.' })).toBe('The history is gone.')
    expect(readHistoryError({ history: [] })).toBeUndefined()
  })
})
