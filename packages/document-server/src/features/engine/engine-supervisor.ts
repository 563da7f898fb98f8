import type { EngineProcess, EngineProcessOptions } from './engine-process.js'
import { startEngineProcess } from './engine-process.js'
import { EngineError } from './engine.types.js'

interface SupervisorOptions {
  count: number
  process: EngineProcessOptions
  onEnd: (process: EngineProcess) => void
}

const longestPauseMs = 30_000

/** Keeps a number of engine processes running: what ends is replaced, at once or, when starts fail, with pauses. */
export function createEngineSupervisor({ count, process: options, onEnd }: SupervisorOptions) {
  const running = new Set<EngineProcess>()
  const restarts = new Set<NodeJS.Timeout>()
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
  let failedStarts = 0
  let stopped = false

  function start() {
    const process = startEngineProcess(options)
    const startedAt = performance.now()
    running.add(process)
    process.ready.then(
      () => {
        failedStarts = 0
        options.log.info(
          { pid: process.pid, startMs: Math.round(performance.now() - startedAt) },
          'engine ready',
        )
        for (const waiter of waiting.splice(0)) waiter.resolve()
      },
      () => {
        failedStarts += 1
      },
    )
    void process.exited.then(() => {
      running.delete(process)
      onEnd(process)
      if (!stopped) restart(process)
    })
  }

  function restart(ended: EngineProcess) {
    const pauseMs = failedStarts === 0 ? 0 : Math.min(longestPauseMs, 500 * 2 ** failedStarts)
    options.log.warn(
      { pid: ended.pid, reason: ended.exit.message, pauseMs },
      'engine ended, starting another',
    )
    const timer = setTimeout(() => {
      restarts.delete(timer)
      start()
    }, pauseMs)
    restarts.add(timer)
  }

  const readyOnes = () => [...running].filter((process) => process.isReady())

  for (let index = 0; index < count; index += 1) start()

  return {
    list: () => [...running],
    isStopped: () => stopped,
    /** Gives the processes that take documents, waiting for the first one. */
    async ready(): Promise<EngineProcess[]> {
      while (readyOnes().length === 0) {
        if (stopped) throw new EngineError('LOST', 'The engine is being stopped.')
        await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
      }
      return readyOnes()
    },
    async stop() {
      stopped = true
      for (const timer of restarts) clearTimeout(timer)
      for (const waiter of waiting) waiter.reject(new EngineError('LOST', 'The engine is being stopped.'))
      waiting = []
      const ends = [...running].map((process) => {
        process.kill('The engine is being stopped.')
        return process.exited
      })
      await Promise.all(ends)
    },
  }
}
