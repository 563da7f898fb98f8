import type { Clock } from '../../lib/clock.js'
import type { ConversionReport } from '../conversion/index.js'
import type { EnginePool, EngineStatus } from '../engine/index.js'
import type { SessionRegistry } from '../sessions/index.js'
import type { Activity, ShownAttempt } from './activity.js'

/** An open document. */
export interface OpenDocument {
  key: string
  title: string
  fileType: string
  participants: number
  editors: number
  isOpen: boolean
  isChanged: boolean
}

/** Everything that the status page shows; also `/status.json`. Times are ISO texts. */
export interface ServerStatus {
  now: string
  startedAt: string
  memoryBytes: number
  documents: OpenDocument[]
  engines: EngineStatus
  callbacks: ShownAttempt[]
  conversions: ConversionReport[]
}

interface StatusDependencies {
  clock: Clock
  pool: EnginePool
  sessions: SessionRegistry
  activity: Activity
}

/** Gives the function that describes the server at this moment. */
export function createStatus({ clock, pool, sessions, activity }: StatusDependencies): () => ServerStatus {
  const startedAt = new Date(clock.now()).toISOString()
  return () => ({
    now: new Date(clock.now()).toISOString(),
    startedAt,
    memoryBytes: process.memoryUsage.rss(),
    documents: sessions.list().map(({ state }) => ({
      key: state.key,
      title: state.record.title,
      fileType: state.record.fileType,
      participants: state.members.size,
      editors: state.record.editors.length,
      isOpen: state.document !== undefined,
      isChanged: state.record.changed,
    })),
    engines: pool.status(),
    callbacks: activity.callbacks(),
    conversions: activity.conversions(),
  })
}
