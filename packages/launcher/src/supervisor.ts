import { fork, type ChildProcess } from 'node:child_process'
import { z } from 'zod'
import { createBackoff } from './backoff.js'
import { LauncherError } from './launcher-error.js'

const readySchema = z.object({
  type: z.literal('ready'),
  port: z.number(),
  address: z.string().optional(),
  signInUrl: z.string().optional(),
})

export type ReadyMessage = z.infer<typeof readySchema>

export interface SupervisorOptions {
  /** As it is called in messages to the person: "portal". */
  name: string
  entry: string
  environment: NodeJS.ProcessEnv
  say: (line: string) => void
  /** After every start, the first and those after a crash. */
  onReady?: (message: ReadyMessage, pid: number) => void
  stopTimeoutMs?: number
}

export interface SupervisedProcess {
  /** Settles with the first start; refused when the process ends before it is ready. */
  started: Promise<ReadyMessage>
  pid: () => number | undefined
  stop: () => Promise<void>
  /** Ends the process and its children at once. */
  kill: () => void
}

/** Runs a program and starts it again, with growing pauses, when it dies without having been asked to. */
export function supervise(options: SupervisorOptions): SupervisedProcess {
  const { name, entry, environment, say, onReady, stopTimeoutMs = 15_000 } = options
  const backoff = createBackoff()
  const first = deferred<ReadyMessage>()
  let child: ChildProcess | undefined
  let restart: NodeJS.Timeout | undefined
  let wasReady = false
  let stopping = false

  function start(): void {
    const startedAt = Date.now()
    // A group of its own: Ctrl-C in a terminal would otherwise reach engine processes before their edits are safe.
    const spawned = fork(entry, [], {
      env: environment,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = spawned
    spawned.on('message', (message) => {
      const ready = readySchema.safeParse(message)
      if (!ready.success) return
      wasReady = true
      onReady?.(ready.data, spawned.pid ?? 0)
      first.resolve(ready.data)
    })
    spawned.once('error', (cause) =>
      first.reject(new LauncherError(`The ${name} cannot be started.`, { cause })),
    )
    spawned.once('exit', (code, signal) => {
      child = undefined
      // Children of a killed process would keep its files and ports.
      killGroup(spawned.pid)
      if (stopping) return
      if (!wasReady) {
        first.reject(
          new LauncherError(
            `The ${name} ended before it was ready (${signal ?? `exit code ${code ?? '?'}`}).`,
          ),
        )
        return
      }
      const pauseMs = backoff.nextPauseMs(Date.now() - startedAt)
      say(`The ${name} ended unexpectedly (${signal ?? `exit code ${code ?? '?'}`}); starting it again.`)
      restart = setTimeout(start, pauseMs)
    })
  }

  async function stop(): Promise<void> {
    stopping = true
    clearTimeout(restart)
    const running = child
    if (!running) return
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    running.kill('SIGTERM')
    const timeout = setTimeout(() => killGroup(running.pid), stopTimeoutMs)
    await ended
    clearTimeout(timeout)
  }

  start()
  return {
    started: first.promise,
    pid: () => child?.pid,
    stop,
    kill: () => {
      stopping = true
      clearTimeout(restart)
      killGroup(child?.pid)
    },
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<T>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise
    reject = rejectPromise
  })
  // Refused starts are reported through whoever awaits it; a stop before that must not end the process.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
