/** As many entries as a list takes, and as many characters as one of them. */
export const mostEntries = 200
export const longestEntry = 200

/** The entries that somebody wrote, one to a line: without empty lines, and each one once. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
  return [...new Set(lines)].filter((line) => line !== '')
}
