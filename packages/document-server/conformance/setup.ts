import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServerProcess } from '../src/testing/server-process.js'
import { testSecret } from '../src/testing/test-server.js'
import { readTarget } from './config.js'

/** The document server under test; `driver` is null when nothing here can drive its editor. */
export interface Target {
  url: string
  secret: string
  jwtHeader: string
  portalHost: string
  driver: 'embedded' | null
  /** Where an embedded server of the suite's own keeps its results; null for another server. */
  resultsFolder: string | null
}

declare module 'vitest' {
  export interface ProvidedContext {
    target: Target
  }
}

/** Gives the suite its document server: the one that is named, or an embedded one of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = readTarget()
  if (named) {
    project.provide('target', {
      ...named,
      resultsFolder: null,
      driver: (await isEmbedded(named.url)) ? 'embedded' : null,
    })
    return async () => undefined
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-conformance-'))
  const server = await startServerProcess({
    PORT: '0',
    DATA_DIR: dataDir,
    JWT_SECRET: testSecret,
    LOG_LEVEL: 'fatal',
    SAVE_DELAY_MS: '200',
    SNAPSHOT_DELAY_MS: '300',
    SNAPSHOT_INTERVAL_MS: '300',
    CALLBACK_RETRY_WAITS_MS: '100,200,400',
    DOWNLOAD_RETRY_WAITS_MS: '100,100',
  })
  const local = { jwtHeader: 'Authorization', portalHost: '127.0.0.1', driver: 'embedded' } as const
  const resultsFolder = join(dataDir, 'results')
  project.provide('target', { ...local, url: server.url, secret: testSecret, resultsFolder })
  return async () => {
    await server.end('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Only the embedded server tells its state there; other editors need a driver of their own. */
async function isEmbedded(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/info/status`)).ok
  } catch (cause) {
    throw new Error(`${url} does not answer. Give the address of a running document server.`, { cause })
  }
}
