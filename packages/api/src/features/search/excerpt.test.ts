import { describe, expect, it } from 'vitest'
import { cutExcerpt } from './excerpt.js'

/** Hits in brackets. */
const cut = (text: string, wanted: string) =>
  cutExcerpt(text, wanted)
    ?.map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('')
const filler = 'some other words '.repeat(40)

describe('an excerpt', () => {
  it('marks words and beginnings of words, whatever their case', () => {
    expect(cut('The Heating is on, reheating is not.', 'heat')).toBe('The [Heating] is on, reheating is not.')
    expect(cut('Rent and heat', 'HEAT rent')).toBe('[Rent] and [heat]')
  })

  it('is none when the words are not there', () => {
    expect(cut('Rent and heat', 'budget')).toBeUndefined()
    expect(cut('', 'budget')).toBeUndefined()
    expect(cut('Rent', ' "*" ')).toBeUndefined()
  })

  it('is cut where the most of the words stand together, between words', () => {
    const shown = cut(`${filler}budget alone ${filler}the budget for heating ${filler}`, 'budget heating')
    expect(shown).toContain('the [budget] for [heating]')
    expect(shown).toMatch(/^…(some|other|words) /)
    expect(shown).toMatch(/ (some|other|words)…$/)
    expect(shown?.length).toBeLessThan(220)
  })

  it('finds Chinese inside a sentence, and letters without their accents', () => {
    expect(cut('我们讨论了暖气的费用和学校的预算。', '预算')).toBe('我们讨论了暖气的费用和学校的[预算]。')
    expect(cut('Das Café und die Crème', 'cafe creme')).toBe('Das [Café] und die [Crème]')
  })

  it('takes signs of patterns for what they are, and cuts no sign in two', () => {
    expect(cut('a+b (c)', '(a+b')).toBe('[a]+[b] (c)')
    for (const space of ['', ' ', '  ']) {
      const shown = cut(`${'😀'.repeat(200)} ${space}budget ${space}${'😀'.repeat(200)}`, 'budget')
      expect(shown).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/)
    }
  })

  it('is quick in a long text full of hits', () => {
    const parts = cutExcerpt('budget '.repeat(14_000), 'budget b bu bud')
    expect(parts?.some(({ isHit }) => isHit)).toBe(true)
  })
})
