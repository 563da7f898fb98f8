import { describe, expect, it } from 'vitest'
import { redact, redactUrl } from './redact.js'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJrZXkiOiJrMSIsImlhdCI6MX0.c2lnbmF0dXJlLW9mLXRoaXM'

describe('an address', () => {
  it('is shown without its query, its account, and segments that may be tokens', () => {
    expect(redactUrl('https://ann:pw@portal.example:8443/callbacks/k1?token=abc')).toBe(
      'https://portal.example:8443/callbacks/k1?…',
    )
    expect(redactUrl(`http://portal.example/callback/${jwt}`)).toBe('http://portal.example/callback/…')
    expect(redactUrl('not an address')).toBe('…')
  })
})

describe('a body', () => {
  it('keeps what it says and loses what opens something', () => {
    const body = {
      ...{ key: 'k1', status: 2, token: jwt, userdata: `see ${jwt}` },
      url: 'http://ds.example/cache/files/output.docx?md5=x&expires=1',
      history: { changes: [{ user: { id: 'u1', name: 'Ann' }, password: 'p' }] },
    }
    expect(redact(body)).toEqual({
      ...{ key: 'k1', status: 2, token: '…', userdata: 'see …' },
      url: 'http://ds.example/cache/files/output.docx?…',
      history: { changes: [{ user: { id: 'u1', name: 'Ann' }, password: '…' }] },
    })
  })
})
