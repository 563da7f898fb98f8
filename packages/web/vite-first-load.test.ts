// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { weigh } from './vite-first-load'

const gzipped = (code: string) => gzipSync(code, { level: 9 }).length

describe('the weight of the first load', () => {
  const codes = new Map([
    ['assets/app.js', 'the app'],
    ['assets/vue.js', 'what the app imports'],
    ['assets/menu.js', 'a menu'],
  ])

  it('counts what the page loads and preloads, and nothing that is loaded later', () => {
    const page =
      '<script type="module" src="/assets/app.js"></script><link rel="modulepreload" href="/assets/vue.js">'
    expect(weigh(page, codes)).toBe(gzipped('the app') + gzipped('what the app imports'))
  })
})
