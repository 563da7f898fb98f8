import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLongPress } from './long-press'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const at = (x: number, y: number) => ({ x, y })

describe('a finger that rests', () => {
  it('is heard of once, and its end is no tap', () => {
    const heard = vi.fn()
    const press = createLongPress(heard)
    press.begin([at(5, 6)])
    press.move([at(9, 9)])
    vi.advanceTimersByTime(500)
    expect(heard).toHaveBeenCalledExactlyOnceWith(at(5, 6))
    expect(press.end()).toBe(true)
  })

  it.each([
    ['goes up soon', (press: ReturnType<typeof createLongPress>) => expect(press.end()).toBe(false)],
    ['scrolls', (press: ReturnType<typeof createLongPress>) => press.move([at(5, 40)])],
    ['gets company', (press: ReturnType<typeof createLongPress>) => press.begin([at(5, 6), at(50, 60)])],
  ])('is none when it %s', (_, what) => {
    const heard = vi.fn()
    const press = createLongPress(heard)
    press.begin([at(5, 6)])
    what(press)
    vi.advanceTimersByTime(2_000)
    expect(heard).not.toHaveBeenCalled()
    expect(press.end()).toBe(false)
  })
})
