/** Longest name that the portal takes, in characters. */
export const maxNameLength = 200

/** Why a name is refused; the page has a sentence for each. */
export type NameProblem = 'empty' | 'tooLong' | 'characters' | 'dots'

/** Finds what the portal would refuse or silently change in a name, so that it can be said while it is typed. */
export function findNameProblem(name: string): NameProblem | undefined {
  const trimmed = name.trim()
  if (trimmed === '') return 'empty'
  if (Array.from(trimmed).length > maxNameLength) return 'tooLong'
  if (/[/\\\p{Cc}]/u.test(trimmed)) return 'characters'
  if (/^\.+$/.test(trimmed)) return 'dots'
  return undefined
}
