import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createTranslations, findLanguage, preferredLanguage } from '.'
import { en } from './en'
import { zh } from './zh'

function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value as object, `${path}${key}.`),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const english = flatten(en)
const chinese = new Map(flatten(zh))

describe('the translations', () => {
  it('have the same texts in English and Chinese', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort())
  })

  it('leave nothing in Chinese as it is in English, but the name', () => {
    const same = english.filter(([key, text]) => chinese.get(key) === text).map(([key]) => key)
    expect(same).toEqual(['app.name'])
  })

  it('take the same values in both languages', () => {
    const different = english.filter(
      ([key, text]) => placeholders(chinese.get(key) ?? '').join() !== placeholders(text).join(),
    )
    expect(different).toEqual([])
  })

  it.each(['en', 'zh'])('can all be shown in %s', (locale) => {
    const { global } = createTranslations()
    global.setLocaleMessage('zh', zh)
    ;(global.locale as { value: string }).value = locale
    const values = { name: 'Mei', count: 2, number: 2, kind: 'x', limit: 9, title: 'Plan' }
    const broken = english.filter(([key]) => /^$|\|/.test(global.t(key, values)))
    expect(broken).toEqual([])
  })

  it('explain every error code of the API', async () => {
    const source = await readFile('../api/src/lib/portal-error.ts', 'utf8')
    const codes = [...source.matchAll(/^ {2}([A-Z_]+): \d{3},$/gm)].map(([, code]) => code)
    expect(codes.length).toBeGreaterThan(20)
    expect(Object.keys(en.problems)).toEqual(expect.arrayContaining(codes))
  })
})

describe('the language shown to strangers', () => {
  const storage = (value: string | null) => ({ getItem: () => value }) as unknown as Storage

  it('is the one they chose on this device', () => {
    expect(preferredLanguage({ storage: storage('zh'), tags: ['en-GB'] })).toBe('zh')
  })

  it('is the first of the browser that the portal speaks', () => {
    expect(preferredLanguage({ storage: storage(null), tags: ['fr', 'zh-Hans-CN', 'en'] })).toBe('zh')
  })

  it('is English when the portal speaks none of theirs', () => {
    expect(preferredLanguage({ storage: storage('tlh'), tags: ['fr'] })).toBe('en')
  })

  it('is found whatever the case and region of its tag', () => {
    expect(findLanguage('ZH-tw')).toBe('zh')
    expect(findLanguage(undefined)).toBeUndefined()
  })
})
