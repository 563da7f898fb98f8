import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A measure as bench/results.json holds it. */
interface Measure {
  name: string
  unit: string
  /** What the middle value should not exceed; with `isAtLeast`, what it should reach. */
  target: number
  isAtLeast?: boolean
  values: number[]
}

const file = fileURLToPath(new URL('../../../bench/portal.json', import.meta.url))
const results: object[] = []

/** Adds a measure to those of this run, which the bench script takes over into its results. */
export function record({ values, ...measure }: Measure): void {
  const { name, unit, target, isAtLeast = false } = measure
  const rounded = values.map((value) => Math.round(value * 100) / 100)
  const median = percentile(rounded, 50)
  results.push({ ...measure, values: rounded, median, ok: isAtLeast ? median >= target : median <= target })
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
  console.log(`${name}: ${median} ${unit} (at ${isAtLeast ? 'least' : 'most'} ${target})`)
}

/** Gives the value below which so many percent of the others lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}
