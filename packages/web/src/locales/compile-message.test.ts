import { describe, expect, it } from 'vitest'
import { createTranslations } from '.'

const messages = {
  mail: 'Write to name@example.org.',
  from: '{name} of {place}, {name}',
  items: 'Empty | 1 item | {count} items',
  left: '{name} is gone | {count} are gone from {place}',
}
const { global } = createTranslations()
global.mergeLocaleMessage('en', { testing: messages })
const t = global.t as (key: string, ...values: unknown[]) => string

describe('a text of the portal', () => {
  it('is shown as it is when it asks for nothing', () => {
    expect(t('testing.mail')).toBe('Write to name@example.org.')
  })

  it('takes values wherever it names them, whatever they hold', () => {
    expect(t('testing.from', { name: 'A {b} | c', place: '$&' })).toBe('A {b} | c of $&, A {b} | c')
    expect(t('testing.from', { name: 'Mei' })).toBe('Mei of , Mei')
  })

  it('has forms for none, one and many', () => {
    expect([0, 1, 2, 15].map((count) => t('testing.items', count))).toEqual([
      'Empty',
      '1 item',
      '2 items',
      '15 items',
    ])
    expect(t('testing.left', { name: 'Plan', place: 'Course' }, 1)).toBe('Plan is gone')
    expect(t('testing.left', { name: 'Plan', place: 'Course' }, 3)).toBe('3 are gone from Course')
  })
})
