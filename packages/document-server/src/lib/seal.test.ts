import { describe, expect, it } from 'vitest'
import { createSeal } from './seal.js'

describe('a sealed text', () => {
  it('is read with the same secret, and shows nothing of itself', () => {
    const sealed = createSeal('one').close('open sesame 芝麻')
    expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('sesame')
    expect(createSeal('one').open(sealed)).toBe('open sesame 芝麻')
  })

  it('is not read with another secret, nor when it was changed or cut', () => {
    const sealed = createSeal('one').close('open sesame')
    expect(createSeal('two').open(sealed)).toBeUndefined()
    const changed = Buffer.from(sealed, 'base64')
    changed[changed.length - 1]! ^= 1
    expect(createSeal('one').open(changed.toString('base64'))).toBeUndefined()
    expect(createSeal('one').open(sealed.slice(0, 20))).toBeUndefined()
    expect(createSeal('one').open('')).toBeUndefined()
  })
})
