import { afterAll, beforeAll } from 'vitest'
import { createEnginePool } from '../engine-pool.js'
import type { EngineDocument, EnginePool } from '../engine.types.js'

/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
export const patienceMs = 240_000

export interface TestEngine {
  /** One engine process, there from the first test to the last. */
  readonly pool: EnginePool
  /** Opens a document for as long as it is used. */
  withDocument: (
    bytes: Uint8Array,
    fileType: string,
    use: (document: EngineDocument) => Promise<void>,
  ) => Promise<void>
}

/** Starts an engine before the tests of a file, and stops it after them. */
export function startTestEngine(): TestEngine {
  let pool: EnginePool
  beforeAll(async () => {
    pool = createEnginePool({ maxProcesses: 1, logLevel: 'warn' })
    await pool.ready()
  }, patienceMs)
  afterAll(() => pool.stop(), patienceMs)
  return {
    get pool() {
      return pool
    },
    async withDocument(bytes, fileType, use) {
      const document = await pool.open(bytes, fileType)
      try {
        await use(document)
      } finally {
        await document.close()
      }
    },
  }
}
