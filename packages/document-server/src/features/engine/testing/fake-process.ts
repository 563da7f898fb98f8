import { EngineError } from '../engine.types.js'
import { deferred } from '../engine-process.js'
import type { EngineProcess } from '../engine-process.js'

export interface FakeProcess {
  process: EngineProcess
  becomeReady: () => Promise<void>
  end: () => Promise<void>
  checks: number
  wasKilled: boolean
}

/** An engine process that does nothing but start and end when a test says so. */
export function createFakeProcess(pid: number): FakeProcess {
  const ready = deferred()
  const exited = deferred()
  ready.promise.catch(() => undefined)
  let isReady = false
  const fake: FakeProcess = {
    checks: 0,
    wasKilled: false,
    becomeReady: async () => {
      isReady = true
      ready.resolve()
      await settle()
    },
    end: async () => {
      isReady = false
      ready.reject(new EngineError('LOST', 'ended by the test'))
      exited.resolve()
      await settle()
    },
    process: {
      pid,
      ready: ready.promise,
      exited: exited.promise,
      exit: { message: 'ended by the test' },
      isReady: () => isReady,
      call: () => Promise.reject(new EngineError('UNSUPPORTED', 'a fake has no documents')),
      post: () => undefined,
      kill: () => {
        fake.wasKilled = true
        void fake.end()
      },
      check: () => {
        fake.checks += 1
      },
    },
  }
  return fake
}

/** Lets everything run that waits for settled promises. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
