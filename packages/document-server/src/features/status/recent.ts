/** The newest entries of something, oldest first out. */
export interface Recent<T> {
  add: (entry: T) => void
  /** Newest first. */
  list: () => T[]
}

/** Keeps at most `limit` entries. */
export function createRecent<T>(limit: number): Recent<T> {
  const entries: T[] = []
  return {
    add(entry) {
      entries.unshift(entry)
      if (entries.length > limit) entries.length = limit
    },
    list: () => [...entries],
  }
}
