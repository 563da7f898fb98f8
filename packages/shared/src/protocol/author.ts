/** Stands between groups and name in the authors that ONLYOFFICE writes into comments and tracked changes. */
const separator = '\u00a0'

/** Who wrote a comment or a tracked change. */
export interface Author {
  name: string
  /** Groups of the config's `user.group` at that time. */
  groups: string[]
}

/** Gives the groups of a config's `user.group`: names separated by commas. */
export function groupsOf(group: string | undefined): string[] {
  const names = (group ?? '').split(',').map((name) => name.trim())
  return names.filter((name) => name !== '')
}

/** Writes an author as ONLYOFFICE does, so that the groups stay with what somebody wrote. */
export function writeAuthor({ name, groups }: Author): string {
  const plainName = name.replaceAll(separator, ' ')
  return groups.length === 0 ? plainName : `${groups.join(',')}${separator}${plainName}`
}

/** Reads an author from a file, also one that ONLYOFFICE or another program wrote. */
export function readAuthor(text: string): Author {
  const at = text.indexOf(separator)
  return { name: text.slice(at + 1), groups: at < 0 ? [] : groupsOf(text.slice(0, at)) }
}

/**
 * Tells whether somebody belongs to the groups that a permission names: an empty text stands for those without a group,
 * an empty list for nobody; without a list it is everybody.
 * Source: ONLYOFFICE API, "Document permissions" (`reviewGroups`, `commentGroups`, `userInfoGroups`).
 */
export function isOfGroups(groups: readonly string[], permitted: readonly string[] | undefined): boolean {
  if (permitted === undefined) return true
  return groups.length === 0 ? permitted.includes('') : groups.some((name) => permitted.includes(name))
}

/** Tells whether the author of a comment or change belongs to the groups that a permission names. */
export function isByGroups(author: string, permitted: readonly string[] | undefined): boolean {
  return isOfGroups(readAuthor(author).groups, permitted)
}
