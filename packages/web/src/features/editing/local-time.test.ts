import { expect, it } from 'vitest'
import { localTimeOf } from './local-time'

it('gives the time of a version as people here write it', () => {
  const time = new Date(Date.UTC(2026, 10, 21, 22, 23, 11))
  const here = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(time)
  expect(localTimeOf('2026-11-21 22:23:11', 'en')).toBe(here)
  expect(localTimeOf('long ago', 'en')).toBe('long ago')
})
