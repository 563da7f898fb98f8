import { describe, expect, it } from 'vitest'
import { freeName } from './free-name'

describe('the name proposed for something new', () => {
  it('is the plain one in an empty folder', () => {
    expect(freeName('New document', [])).toBe('New document')
  })

  it('is numbered when the plain one is there, whatever its case and extension', () => {
    expect(freeName('New document', ['new DOCUMENT.docx', 'New document (2).xlsx'])).toBe('New document (3)')
  })
})
