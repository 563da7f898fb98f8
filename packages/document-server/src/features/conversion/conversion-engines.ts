import type { Clock } from '../../lib/clock.js'
import type { Log } from '../../lib/log.js'
import type { EnginePool } from '../engine/index.js'

/** Lends an engine to one conversion after the other, so that editing does not notice. */
export interface ConversionEngines {
  use: <Result>(work: (pool: EnginePool) => Promise<Result>) => Promise<Result>
  stop: () => Promise<void>
}

interface ConversionEnginesOptions {
  clock: Clock
  log: Log
  /** The engines in which people edit. */
  editing: EnginePool
  /** Starts an engine for conversions alone. */
  startOwn?: () => EnginePool
  availableBytes: () => number
  /** Somebody typed a moment ago. */
  isBusy: () => boolean
}

/** An engine takes 1.3 GB; what is left must do for the ones in which people edit. */
const ownEngineBytes = 2_500_000_000
const idleMs = 120_000
const pauseMs = 100
const longestWaitMs = 10_000

/**
 * While nobody edits, conversions use the engine that is warm already. Else they get an engine of their own, which goes
 * when it has been idle; on a machine without the memory they wait for a pause in the typing.
 */
export function createConversionEngines(options: ConversionEnginesOptions): ConversionEngines {
  const { clock, log, editing, startOwn, availableBytes, isBusy } = options
  let own: EnginePool | undefined
  let cancelIdle: (() => void) | undefined

  const isEdited = () => editing.status().processes.some((process) => process.documents > 0)

  async function choose(): Promise<EnginePool> {
    if (!isEdited()) return editing
    if (!own && startOwn && availableBytes() >= ownEngineBytes) {
      log.info({}, 'An engine of its own is started for conversions, because documents are being edited')
      own = startOwn()
    }
    if (own) return own
    await untilPause()
    return editing
  }

  async function untilPause(): Promise<void> {
    const startedAt = clock.now()
    while (isBusy() && clock.now() - startedAt < longestWaitMs)
      await new Promise<void>((resolve) => void clock.after(pauseMs, resolve))
  }

  function stopOwn(): Promise<void> {
    cancelIdle?.()
    const ended = own
    own = undefined
    return ended?.stop() ?? Promise.resolve()
  }

  return {
    use: async (work) => {
      const pool = await choose()
      cancelIdle?.()
      try {
        return await work(pool)
      } finally {
        cancelIdle?.()
        if (own) cancelIdle = clock.after(idleMs, () => void stopOwn())
      }
    },
    stop: stopOwn,
  }
}
