import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A measure as bench/results.json holds it: the middle value should not exceed the target. */
export interface Measure {
  name: string
  unit: string
  /** Left out for what is only told. */
  target?: number | undefined
  values: number[]
}

const folder = fileURLToPath(new URL('../../../bench/', import.meta.url))
const file = `${folder}engine.json`

/** Gives the value below which so many percent of the others lie. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** Adds a measure to those of this run, which the bench script takes over into its results. */
export function record({ values, ...measure }: Measure): void {
  const rounded = values.map((value) => Math.round(value * 100) / 100)
  const median = percentile(rounded, 50)
  const others = readMeasures().filter(({ name }) => name !== measure.name)
  const result = { ...measure, values: rounded, median, ok: median <= (measure.target ?? Infinity) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify([...others, result], undefined, 2)}\n`)
  const target = measure.target === undefined ? '' : ` (at most ${String(measure.target)})`
  console.log(`${measure.name}: ${String(median)} ${measure.unit}${target}`)
}

function readMeasures(): Measure[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Measure[]
  } catch {
    // The first measure of a run.
    return []
  }
}
