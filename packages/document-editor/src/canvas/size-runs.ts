import type { SizeRun } from '@lectern/shared'

/** One column or row: its index, and its start and size in twips. */
export interface SizedLine {
  index: number
  start: number
  size: number
}

/** Lines of a sheet (columns or rows) that touch the stretch from `from` to `to`, in twips; hidden ones left out. */
export function linesBetween(runs: SizeRun[], from: number, to: number): SizedLine[] {
  const lines: SizedLine[] = []
  let index = 0
  let start = 0
  for (const run of runs) {
    const count = run.last - index + 1
    const end = start + count * run.size
    if (run.size > 0 && end > from && start < to) {
      const skipped = Math.max(0, Math.floor((from - start) / run.size))
      for (let line = skipped; line < count; line += 1) {
        const lineStart = start + line * run.size
        if (lineStart >= to) return lines
        lines.push({ index: index + line, start: lineStart, size: run.size })
      }
    }
    index = run.last + 1
    start = end
    if (start >= to) return lines
  }
  return lines
}

/** Letters of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name
  }
  return name
}
