import { describe, expect, it } from 'vitest'
import { formatRelativeTime, formatSize } from './use-format'

const now = new Date('2026-06-15T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const minuteMs = 60_000

describe('times', () => {
  it.each([
    [20_000, 'now'],
    [minuteMs, '1 minute ago'],
    [59 * minuteMs, '59 minutes ago'],
    [3 * 60 * minuteMs, '3 hours ago'],
    [24 * 60 * minuteMs, 'yesterday'],
    [400 * 24 * 60 * minuteMs, 'last year'],
  ])('of %d ms ago are said as "%s"', (milliseconds, text) => {
    expect(formatRelativeTime('en', ago(milliseconds), now)).toBe(text)
  })

  it('are said in Chinese', () => {
    expect(formatRelativeTime('zh', ago(5 * minuteMs), now)).toBe('5分钟前')
  })

  it('of a clock that is ahead are not taken for long ago', () => {
    expect(formatRelativeTime('en', ago(-20_000), now)).toBe('now')
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [3640, '3.6 kB'],
    [12_345, '12 kB'],
    [2_500_000, '2.5 MB'],
    [3e15, '3,000 TB'],
  ])('of %d bytes are said as "%s"', (bytes, text) => {
    expect(formatSize('en', bytes)).toBe(text)
  })
})
