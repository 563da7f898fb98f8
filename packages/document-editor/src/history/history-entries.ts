/** One version in the list of a document's history. */
export interface HistoryEntry {
  version: number
  /** When it was made, as the portal writes it. */
  created: string
  /** Who made it; empty when nobody knows. */
  author: string
}

export interface HistoryList {
  /** The newest first. */
  entries: HistoryEntry[]
  currentVersion: number
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Reads what a portal gave to `refreshHistory`; undefined when it holds no versions. */
export function readHistory(list: unknown): HistoryList | undefined {
  const history = field(list, 'history')
  if (!Array.isArray(history)) return undefined
  const entries = history.flatMap((item: unknown): HistoryEntry[] => {
    const version = Number(field(item, 'version'))
    if (!Number.isInteger(version)) return []
    return [
      { version, created: text(field(item, 'created')), author: text(field(field(item, 'user'), 'name')) },
    ]
  })
  entries.sort((left, right) => right.version - left.version)
  const [newest] = entries
  if (!newest) return undefined
  const current = Number(field(list, 'currentVersion'))
  const isListed = entries.some(({ version }) => version === current)
  return { entries, currentVersion: isListed ? current : newest.version }
}

/** The portal's reason why there is nothing to see; undefined when it gave none. */
export function readHistoryError(answer: unknown): string | undefined {
  return text(field(answer, 'error')) || undefined
}
