import { describe, expect, it } from 'vitest'
import { groupsOf, isOfGroups, readAuthor, writeAuthor } from './author.js'

describe('an author', () => {
  it.each([
    [{ name: 'Ann Lee', groups: [] }, 'Ann Lee'],
    [{ name: 'Ann Lee', groups: ['Teachers'] }, 'Teachers\u00a0Ann Lee'],
    [{ name: 'Ann Lee', groups: ['Teachers', 'Year 4'] }, 'Teachers,Year 4\u00a0Ann Lee'],
  ])('%j is kept with the groups', (author, text) => {
    expect(writeAuthor(author)).toBe(text)
    expect(readAuthor(text)).toEqual(author)
  })

  it('whose name has a space like the separator belongs to no group by that', () => {
    expect(readAuthor(writeAuthor({ name: 'Ann\u00a0Lee', groups: [] }))).toEqual({
      name: 'Ann Lee',
      groups: [],
    })
  })
})

it.each([
  [undefined, []],
  ['', []],
  ['A', ['A']],
  ['A, B ,,C', ['A', 'B', 'C']],
])('the groups of %j are %j', (group, groups) => {
  expect(groupsOf(group)).toEqual(groups)
})

describe('a permission that names groups', () => {
  it.each([
    [['A'], undefined, true],
    [[], undefined, true],
    [['A'], [], false],
    [[], [], false],
    [['A', 'B'], ['B'], true],
    [['A'], ['B'], false],
    [[], ['B'], false],
    [[], ['B', ''], true],
    [['A'], [''], false],
  ])('of people in %j to whom %j is permitted: %s', (groups, permitted, answer) => {
    expect(isOfGroups(groups, permitted)).toBe(answer)
  })
})
