import { describe, expect, it } from 'vitest'
import { createUrlTokens } from './url-token.js'

const start = new Date('2026-01-01T00:00:00Z')
const later = (ms: number) => () => new Date(start.getTime() + ms)
const tokensAt = (ms: number, secret = 'a secret of the portal') => createUrlTokens(secret, later(ms))
const file = { purpose: 'file', documentId: 'd1', versionId: 'v1' } as const
const callback = { purpose: 'callback', documentId: 'd1', key: 'k1' } as const
const dayMs = 24 * 60 * 60 * 1000

describe('tokens of URLs', () => {
  it('give back what they were made for', async () => {
    const tokens = tokensAt(0)
    expect(await tokens.verify('file', tokens.sign(file))).toEqual(file)
    expect(await tokens.verify('callback', tokens.sign(callback))).toEqual(callback)
  })

  it('are refused for another purpose', async () => {
    const tokens = tokensAt(0)
    expect(await tokens.verify('callback', tokens.sign(file))).toBeUndefined()
    expect(await tokens.verify('file', tokens.sign(callback))).toBeUndefined()
  })

  it('are refused when another secret signed them', async () => {
    const foreign = tokensAt(0, 'a secret of somebody else').sign(file)
    expect(await tokensAt(0).verify('file', foreign)).toBeUndefined()
  })

  it('are refused when they are no tokens', async () => {
    expect(await tokensAt(0).verify('file', '')).toBeUndefined()
    expect(await tokensAt(0).verify('file', 'a.b.c')).toBeUndefined()
  })

  it('open a file for a day', async () => {
    const token = tokensAt(0).sign(file)
    expect(await tokensAt(dayMs - 1000).verify('file', token)).toEqual(file)
    expect(await tokensAt(dayMs + 1000).verify('file', token)).toBeUndefined()
  })

  it('take the save of a tab that was left open for weeks', async () => {
    const token = tokensAt(0).sign(callback)
    expect(await tokensAt(30 * dayMs).verify('callback', token)).toEqual(callback)
  })

  it('are the same for all who open a document within a minute, and new ones later', async () => {
    let ms = 0
    const tokens = createUrlTokens('a secret of the portal', () => later(ms)())
    const first = tokens.sign(file)
    ms = 30_000
    expect(tokens.sign({ ...file })).toBe(first)
    expect(tokens.sign({ ...file, versionId: 'v2' })).not.toBe(first)
    ms = 61_000
    expect(tokens.sign(file)).not.toBe(first)
  })
})
