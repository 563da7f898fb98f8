import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'

interface Measure {
  name: string
  unit: 'ms' | 's' | 'kB'
  /** What the middle value should not exceed; undefined where nothing was promised. */
  target: number | undefined
  values: number[]
}

const file = resolve(import.meta.dirname, '../../bench/results.json')

/** Adds a measure to bench/results.json, in place of an older one of the same name. */
export function record(measure: Measure): void {
  const values = measure.values.map((value) => Math.round(value * 100) / 100)
  const middle = median(values)
  const others = readResults().filter(({ name }) => name !== measure.name)
  const result = {
    ...measure,
    values,
    median: middle,
    ok: measure.target === undefined || middle <= measure.target,
  }
  mkdirSync(resolve(file, '..'), { recursive: true })
  const machine = { node: process.version, processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length }
  const results = { measuredAt: new Date().toISOString(), machine, measures: [...others, result] }
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}

/** The middle value of an odd number of values, the upper of the two middle ones otherwise. */
function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function readResults(): Measure[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { measures: Measure[] }).measures
  } catch {
    // The first run: there are no results yet.
    return []
  }
}
