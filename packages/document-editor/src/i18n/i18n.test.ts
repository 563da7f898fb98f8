import { expect, it } from 'vitest'
import { en } from './en'
import { localeFor } from './index'
import { zhCn } from './zh-cn'

function entries(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? [[path + name, inner] as [string, string]]
      : entries(inner as object, `${path}${name}.`),
  )
}
/** Each once: English says a number in two forms. */
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

it('says everything in both languages', () => {
  const keys = (messages: object) => entries(messages).map(([key]) => key)
  expect(keys(zhCn)).toEqual(keys(en))
  expect(entries(zhCn).filter(([, text]) => text.trim() === '')).toEqual([])
})

it('fills in the same values in both languages', () => {
  const chinese = new Map(entries(zhCn))
  for (const [key, text] of entries(en)) {
    expect([key, placeholders(chinese.get(key) ?? '')]).toEqual([key, placeholders(text)])
  }
})

it.each([
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', 'en'],
])('speaks to %s in %s', (lang, locale) => {
  expect(localeFor(lang)).toBe(locale)
})

it('has a text for every key that the page names', () => {
  const files = import.meta.glob<string>('../**/*.{ts,vue}', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const keys = new Set(entries(en).map(([key]) => key))
  const groups = new Set([...keys].map((key) => key.split('.')[0]))
  const named = Object.entries(files)
    .filter(([path]) => !path.includes('/i18n/') && !path.endsWith('.test.ts'))
    .flatMap(([, source]) => [...source.matchAll(/'([a-z]+[A-Za-z]*\.[A-Za-z0-9]+)'/g)])
    .flatMap(([, key]) => (key && groups.has(key.split('.')[0] ?? '') ? [key] : []))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((key) => !keys.has(key))).toEqual([])
})
