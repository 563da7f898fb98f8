import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createDocumentServerJwt } from './document-server-jwt.js'

const start = new Date('2026-01-01T00:00:00Z')
const jwtAt = (seconds: number, secret = 'a shared secret') =>
  createDocumentServerJwt(secret, () => new Date(start.getTime() + seconds * 1000))

describe('tokens of the document server', () => {
  it('are believed in a header when they wrap their claims', async () => {
    const token = jwtAt(0).sign({ payload: { key: 'k', status: 1 } }, 300)
    expect(await jwtAt(0).verifyHeader(`Bearer ${token}`)).toEqual({ key: 'k', status: 1 })
    expect(await jwtAt(0).verifyHeader(token)).toEqual({ key: 'k', status: 1 })
  })

  it('are refused in a header when they are the config that a browser holds', async () => {
    const config = jwtAt(0).sign({ document: { key: 'k' }, editorConfig: {}, key: 'k', status: 2 }, 300)
    expect(await jwtAt(0).verifyHeader(`Bearer ${config}`)).toBeUndefined()
  })

  it('are refused when another secret signed them, when they are missing and when they are nonsense', async () => {
    const foreign = jwtAt(0, 'another secret').sign({ payload: { key: 'k' } }, 300)
    expect(await jwtAt(0).verifyHeader(`Bearer ${foreign}`)).toBeUndefined()
    expect(await jwtAt(0).verifyHeader(undefined)).toBeUndefined()
    expect(await jwtAt(0).verifyHeader('Bearer nonsense')).toBeUndefined()
  })

  it('allow clocks to differ by a minute, and no more', async () => {
    const token = jwtAt(0).sign({ payload: { key: 'k' } }, 300)
    expect(await jwtAt(350).verifyHeader(`Bearer ${token}`)).toBeDefined()
    expect(await jwtAt(370).verifyHeader(`Bearer ${token}`)).toBeUndefined()
  })

  it('are refused when they never expire or are not signed at all', async () => {
    const secret = new TextEncoder().encode('a shared secret')
    const endless = await new SignJWT({ payload: {} }).setProtectedHeader({ alg: 'HS256' }).sign(secret)
    const parts = [{ alg: 'none' }, { payload: {}, exp: 4_000_000_000 }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    expect(await jwtAt(0).verify(endless)).toBeUndefined()
    expect(await jwtAt(0).verify(`${parts.join('.')}.`)).toBeUndefined()
  })
})
