import { describe, expect, it } from 'vitest'
import { describeBrowser } from './describe-browser'

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1', 'Safari, iOS'],
    ['curl/8.5', 'curl/8.5'],
    ['', undefined],
  ])('that says %j is called %j', (userAgent, name) => {
    expect(describeBrowser(userAgent)).toBe(name)
  })
})
