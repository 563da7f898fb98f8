import { describe, expect, it } from 'vitest'
import { bookmarkName } from './bookmark-name'

describe("a bookmark's name", () => {
  it('has no spaces, as Word wants it', () => {
    expect(bookmarkName(' Quay four ')).toBe('Quay_four')
    expect(bookmarkName('港口2')).toBe('港口2')
  })
  it('begins with a letter and is not too long', () => {
    for (const wrong of ['', '4th', '_hidden', 'a-b', 'a'.repeat(41)])
      expect(bookmarkName(wrong)).toBeUndefined()
  })
})
