/** As long as Word allows. */
export const longestBookmark = 40

/** Makes a bookmark's name of what a person wrote; undefined when it cannot be one. */
export function bookmarkName(written: string): string | undefined {
  const name = written.trim().replace(/\s+/g, '_')
  return name.length <= longestBookmark && /^\p{L}[\p{L}\p{N}_]*$/u.test(name) ? name : undefined
}
