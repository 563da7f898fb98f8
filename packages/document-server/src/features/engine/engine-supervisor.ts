import type { Logger } from 'pino'
import type { Clock } from '../../lib/clock.js'
import type { EngineProcess } from './engine-process.js'

interface SupervisorOptions {
  startProcess: () => EngineProcess
  clock: Clock
  log: Logger
  /** A process takes documents now, or ended. */
  onChange: () => void
  onEnd: (process: EngineProcess) => void
}

const longestPauseMs = 30_000

/** Keeps engine processes running: what ends is replaced, at once or, when starts fail, with pauses. */
export function createEngineSupervisor(options: SupervisorOptions) {
  const { startProcess, clock, log, onChange, onEnd } = options
  const running = new Set<EngineProcess>()
  const restarts = new Set<() => void>()
  const dismissed = new Set<EngineProcess>()
  let failedStarts = 0
  let stopped = false

  function start() {
    const process = startProcess()
    const startedAt = clock.now()
    running.add(process)
    process.ready.then(
      () => {
        failedStarts = 0
        log.info({ pid: process.pid, startMs: clock.now() - startedAt }, 'engine ready')
        onChange()
      },
      () => {
        failedStarts += 1
      },
    )
    void process.exited.then(() => {
      running.delete(process)
      onEnd(process)
      if (!dismissed.delete(process) && !stopped) restart(process)
      onChange()
    })
  }

  function restart({ pid, exit }: EngineProcess) {
    const pauseMs = failedStarts === 0 ? 0 : Math.min(longestPauseMs, 500 * 2 ** failedStarts)
    log.warn({ pid, reason: exit.message, pauseMs }, 'engine ended, starting another')
    if (pauseMs === 0) {
      start()
      return
    }
    const cancel = clock.after(pauseMs, () => {
      restarts.delete(cancel)
      start()
    })
    restarts.add(cancel)
  }

  return {
    list: () => [...running],
    /** Processes that were to be there and are between two starts. */
    pausing: () => restarts.size,
    isStopped: () => stopped,
    /** Starts one more process. */
    grow() {
      if (!stopped) start()
    },
    /** Ends a process for good. */
    dismiss(process: EngineProcess, reason: string) {
      log.info({ pid: process.pid, reason }, 'engine dismissed')
      dismissed.add(process)
      process.kill(reason)
    },
    async stop() {
      stopped = true
      for (const cancel of restarts) cancel()
      restarts.clear()
      const ends = [...running].map((process) => {
        process.kill('The engine is being stopped.')
        return process.exited
      })
      await Promise.all(ends)
    },
  }
}
