import { describe, expect, it } from 'vitest'
import { findNameProblem } from './name-problem'

describe('a name', () => {
  it.each(['Plan', '计划.docx', '.hidden', 'a'.repeat(200), '𝒜'.repeat(200)])('may be %s', (name) => {
    expect(findNameProblem(name)).toBeUndefined()
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a/b', 'characters'],
    ['a\\b', 'characters'],
    ['a\u0007b', 'characters'],
    ['..', 'dots'],
    ['a'.repeat(201), 'tooLong'],
  ])('%j is refused as %s', (name, problem) => {
    expect(findNameProblem(name)).toBe(problem)
  })
})
