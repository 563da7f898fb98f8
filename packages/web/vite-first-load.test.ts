// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { weigh } from './vite-first-load'

const chunk = (code: string, ...imports: string[]) => ({ code, imports })
const gzipped = (...codes: string[]) =>
  codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0)

describe('the weight of the first load', () => {
  const chunks = new Map([
    ['entry.js', chunk('entry', 'vue.js')],
    ['page.js', chunk('page', 'vue.js', 'list.js')],
    ['list.js', chunk('list', 'vue.js', 'page.js')],
    ['vue.js', chunk('vue')],
    ['menu.js', chunk('menu')],
  ])

  it('counts each chunk once, with all that it imports, and nothing that is loaded later', () => {
    expect(weigh(chunks, ['entry.js', 'page.js'])).toBe(gzipped('entry', 'page', 'list', 'vue'))
  })
})
