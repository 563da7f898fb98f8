import { describe, expect, it } from 'vitest'
import { cleanName, freeName, nameKey, sortKey } from './names.js'

describe('names', () => {
  it.each([
    ['report.docx', 'report.docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\plan.xlsx', 'plan.xlsx'],
    ['  many   spaces ', 'many spaces'],
    ['bell\u0007 and\u0000 null', 'bell and null'],
    ['evil\u202excod.exe', 'evilxcod.exe'],
    ['half \ud800 a sign', 'half a sign'],
    ['会议记录 📄.docx', '会议记录 📄.docx'],
    ['e\u0301tude', 'étude'],
  ])('cleans %j', (name, cleaned) => {
    expect(cleanName(name)).toBe(cleaned)
  })

  it.each(['', '   ', '.', '..', 'a/..', '\u0000', '\u200b'])(
    'refuses %j, of which nothing is left',
    (name) => {
      expect(() => cleanName(name)).toThrow('name is empty')
    },
  )

  it('refuses names beyond 200 characters, counted as people count', () => {
    expect(cleanName('📄'.repeat(200))).toHaveLength(400)
    expect(() => cleanName('a'.repeat(201))).toThrow('too long')
  })

  it('are compared without case and without regard to how accents are written', () => {
    expect(nameKey('ÉTUDE.docx')).toBe(nameKey('e\u0301tude.DOCX'))
    expect(nameKey('Straße')).toBe(nameKey('STRASSE'))
  })

  it('sort numbers by value', () => {
    const names = ['Week 10', 'week 9', 'Week 1']
    expect(names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(['Week 1', 'week 9', 'Week 10'])
  })

  it('get the next free number before the extension', () => {
    const taken = new Set(['plan.docx', 'plan (2).docx'])
    expect(freeName('Plan.docx', (key) => taken.has(key))).toBe('Plan (3).docx')
    expect(freeName('Other', (key) => taken.has(key))).toBe('Other')
  })
})
