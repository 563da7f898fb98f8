import { expect, it } from 'vitest'
import { completeAddress } from './link-address'

it.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['example.org/path', 'https://example.org/path'],
  ['ann@example.org', 'mailto:ann@example.org'],
  ['#Chapter', '#Chapter'],
])('takes %s for %s', (written, address) => {
  expect(completeAddress(written)).toBe(address)
})

it.each(['', 'no address', 'javascript:alert(1)', 'file:///etc/passwd'])('refuses "%s"', (written) => {
  expect(completeAddress(written)).toBeUndefined()
})
