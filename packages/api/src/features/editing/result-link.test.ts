import { describe, expect, it } from 'vitest'
import { internalLink, isResultLink } from './result-link.js'

const direct = { publicUrl: 'http://office.example', internalUrl: 'http://10.0.0.5:8080' }
const proxied = { publicUrl: '/document-server', internalUrl: 'http://127.0.0.1:4000' }

describe('the address of a result', () => {
  it.each([
    [
      'http://office.example/cache/files/a.docx?md5=x&expires=1',
      direct,
      'http://10.0.0.5:8080/cache/files/a.docx?md5=x&expires=1',
    ],
    [
      'http://portal.example/document-server/cache/a.docx?e=1',
      proxied,
      'http://127.0.0.1:4000/cache/a.docx?e=1',
    ],
    ['http://127.0.0.1:4000/cache/a.docx', proxied, 'http://127.0.0.1:4000/cache/a.docx'],
    ['/cache/a.docx', proxied, 'http://127.0.0.1:4000/cache/a.docx'],
  ])('takes path and query of %s', (link, addresses, expected) => {
    expect(internalLink(link, addresses)?.href).toBe(expected)
  })

  it('keeps a path prefix of the internal address', () => {
    const addresses = { publicUrl: 'https://example.org/office', internalUrl: 'http://inside:81/ds/' }
    expect(internalLink('https://example.org/office/cache/a', addresses)?.href).toBe(
      'http://inside:81/ds/cache/a',
    )
    expect(internalLink('http://inside:81/ds/cache/a', addresses)?.href).toBe('http://inside:81/ds/cache/a')
  })

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.5:8080@evil.example/a',
    '//evil.example/a',
    'http://office.example//evil.example/a',
    'http://office.example/@evil.example/a',
    'http://office.example/\\evil.example/a',
  ])('never leaves the document server, whatever %s says', (link) => {
    expect(internalLink(link, direct)?.origin).toBe('http://10.0.0.5:8080')
  })

  it('does not take a longer name for the prefix', () => {
    expect(internalLink('http://portal.example/document-server-2/a', proxied)?.pathname).toBe(
      '/document-server-2/a',
    )
  })

  it('refuses what is no address', () => {
    expect(internalLink('http://', direct)).toBeUndefined()
  })
})

describe('a link that a browser names', () => {
  it.each([
    ['http://office.example/cache/files/data/k_1/output.pdf/a.pdf?md5=x', direct],
    ['http://portal.example/document-server/cache/files/data/k_1/output.pdf/a%20%E5%AD%97.pdf', proxied],
    ['http://evil.example/cache/files/data/k_1/output.pdf/a.pdf', direct],
  ])('is one to a result when its path is: %s', (link, addresses) => {
    expect(isResultLink(link, addresses)).toBe(true)
  })

  it.each([
    'http://office.example/status.json',
    'http://office.example/cache/files/../../status.json',
    'http://office.example/cache/files/%2e%2e/%2e%2e/status.json',
    'http://office.example/cache/files/..%2f..%2Fstatus.json',
    'http://office.example/cache/files/..%5c..%5Cstatus.json',
    'http://office.example/cache/filesystem',
    'file:///etc/passwd',
    'http://[',
  ])('is none to other pages of the document server: %s', (link) => {
    expect(isResultLink(link, direct)).toBe(false)
    expect(isResultLink(link, { ...direct, internalUrl: 'http://10.0.0.5:8080/ds' })).toBe(false)
  })
})
