import { describe, expect, it } from 'vitest'
import { linesOf } from './list-entries'

describe('entries of a list', () => {
  it('are the lines that say something, each one once', () => {
    expect(linesOf(' Red \r\n\n  \nGreen\tlight\nRed\n')).toEqual(['Red', 'Green light'])
    expect(linesOf(' \n')).toEqual([])
  })
})
