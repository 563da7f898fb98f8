import { describe, expect, it } from 'vitest'
import { creatableFileTypes, fileFormats, fileTypeOf, findFormat } from './formats.js'

describe('findFormat', () => {
  it('finds a type in any case', () => {
    expect(findFormat('DOCX')?.documentType).toBe('word')
  })

  it('knows nothing of a program', () => {
    expect(findFormat('exe')).toBeUndefined()
  })

  it('lists each type once, and demands a part of every ZIP', () => {
    expect(new Set(fileFormats.map(({ fileType }) => fileType)).size).toBe(fileFormats.length)
    for (const { container, requiredPart } of fileFormats) expect(container === 'zip').toBe(!!requiredPart)
  })

  it('can edit whatever it can create', () => {
    for (const fileType of creatableFileTypes) expect(findFormat(fileType)?.action).toBe('edit')
  })
})

describe('fileTypeOf', () => {
  it.each([
    ['Report.final.DOCX', 'docx'],
    ['没有扩展名', ''],
    ['.docx', ''],
    ['trailing.', ''],
  ])('reads %s as "%s"', (name, fileType) => {
    expect(fileTypeOf(name)).toBe(fileType)
  })
})
