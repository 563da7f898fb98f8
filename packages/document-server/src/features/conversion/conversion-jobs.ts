import { createHash } from 'node:crypto'
import type { ConversionRequest } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { ResultStore } from '../results/index.js'

/** Where a result lies. */
export interface StoredConversion {
  path: string
  fileType: string
}

/** A conversion that runs, or whose result is known. */
export interface ConversionJob {
  readonly name: string
  percent: number
  isRunning: boolean
  startedAt: number
  result: Promise<StoredConversion>
}

/** Less than results are kept. */
const rememberedMs = 12 * 60 * 60 * 1_000
const maxJobs = 5_000

/** Remembers conversions by key and parameters; addresses and titles differ from call to call and count for nothing. */
export function createConversionJobs({ clock, results }: { clock: Clock; results: ResultStore }) {
  const jobs = new Map<string, ConversionJob>()

  function nameOf(request: ConversionRequest): string {
    const { url: _url, title: _title, async: _async, ...parameters } = request
    return createHash('sha256').update(JSON.stringify(parameters)).digest('hex')
  }

  async function isUsable(job: ConversionJob): Promise<boolean> {
    if (job.isRunning) return true
    if (clock.now() - job.startedAt > rememberedMs) return false
    try {
      return await results.has((await job.result).path)
    } catch {
      // It failed while nobody asked: the next caller is told, and only a later one starts it again.
      return true
    }
  }

  function start(name: string, work: (job: ConversionJob) => Promise<StoredConversion>): ConversionJob {
    // Begun a moment later, when there is a job to tell of progress.
    const result = Promise.resolve().then(() => work(created))
    const created: ConversionJob = { name, percent: 0, isRunning: true, startedAt: clock.now(), result }
    const end = () => {
      created.isRunning = false
    }
    result.then(end, end)
    jobs.set(name, created)
    const [oldest] = jobs.keys()
    if (jobs.size > maxJobs && oldest !== undefined) jobs.delete(oldest)
    return created
  }

  return {
    /** Gives the job of a request, the one that is known or a new one. */
    find: async (
      request: ConversionRequest,
      work: (job: ConversionJob) => Promise<StoredConversion>,
    ): Promise<ConversionJob> => {
      const name = nameOf(request)
      const known = jobs.get(name)
      if (known && (await isUsable(known))) return known
      // Somebody else may have started it while the disk was asked.
      const started = jobs.get(name)
      return started && started !== known ? started : start(name, work)
    },
    forget: (job: ConversionJob) => {
      if (jobs.get(job.name) === job) jobs.delete(job.name)
    },
  }
}
