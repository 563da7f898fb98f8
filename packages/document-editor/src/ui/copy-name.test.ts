import { describe, expect, it } from 'vitest'
import { copyName, copyTypesOf } from './copy-name'

describe('the name of a copy', () => {
  it('ends with its file type, once', () => {
    expect(copyName(' Plan v1.2 ', 'pdf')).toBe('Plan v1.2.pdf')
    expect(copyName('计划.PDF', 'pdf')).toBe('计划.PDF')
  })

  it('is missing while nothing is written', () => {
    expect(copyName('  ', 'pdf')).toBeUndefined()
  })
})

describe('the types of a copy', () => {
  it('are those of the kind of document, the usual one first', () => {
    expect(copyTypesOf('cell')[0]).toBe('xlsx')
    expect(copyTypesOf('slide')).toContain('pdf')
  })

  it('are those that can be written: a PDF file stays one, and a diagram has none', () => {
    expect(copyTypesOf('pdf')).toEqual(['pdf'])
    expect(copyTypesOf('diagram')).toEqual([])
  })
})
