import { ForceSaveType } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { SessionRegistry } from './session-registry.js'

interface TimedSavesOptions {
  sessions: SessionRegistry
  clock: Clock
  /** 0 stores nothing before the end. */
  intervalMs: number
}

/** Stores in the portal, again and again, what people have changed meanwhile; gives what ends it. */
export function startTimedSaves({ sessions, clock, intervalMs }: TimedSavesOptions): () => void {
  if (intervalMs === 0) return () => undefined
  let cancel: () => void = () => undefined
  function wait() {
    cancel = clock.after(intervalMs, () => {
      for (const session of sessions.list()) session.forceSave({ type: ForceSaveType.Timer })
      wait()
    })
  }
  wait()
  return () => {
    cancel()
  }
}
