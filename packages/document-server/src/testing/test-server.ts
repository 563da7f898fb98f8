import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { createApp } from '../app.js'
import { systemClock } from '../lib/clock.js'
import type { Clock } from '../lib/clock.js'
import { loadConfig } from '../config.js'
import type { EnginePool } from '../features/engine/index.js'
import { openEditorPage } from './editor-page.js'
import type { OpenMessage } from '@lectern/shared'
import type { EditorPage } from './editor-page.js'
import { packText } from './fake-engine.js'
import { startFakePortal } from './fake-portal.js'
import type { FakePortal } from './fake-portal.js'

export const testSecret = 'a-secret-that-only-tests-know-1234567890'

/** What a test wants to be different in a config. */
export interface PageOptions {
  user?: string
  /** Groups of the user, separated by commas. */
  group?: string
  mode?: 'edit' | 'view'
  type?: 'embedded'
  forcesave?: boolean
  permissions?: Record<string, unknown>
  fileType?: string
  lang?: string
  resume?: OpenMessage['resume']
  headers?: Record<string, string>
}

export interface TestServer {
  url: string
  portal: FakePortal
  dataDir: string
  /** Pauses between tries that the server made so far. */
  waitsMs: number[]
  /** Signs claims with the shared secret. */
  sign: (claims: object, expires?: string | number) => Promise<string>
  configOf: (key: string, options?: PageOptions) => Record<string, unknown>
  /** Opens a document as a page does; the portal has a file for every key. */
  page: (key: string, options?: PageOptions) => Promise<EditorPage>
  command: (command: object) => Promise<Record<string, unknown>>
  /** Stops the server, keeping its folder, and starts another one on it. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

/** Signs claims as a portal does. */
export function signClaims(claims: object, expires: string | number = '5m'): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(testSecret))
}

/** Starts a document server and a portal, both on free ports, with short times. */
export async function startTestServer(
  pool: () => EnginePool,
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-document-server-'))
  const portal = await startFakePortal(testSecret)
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    JWT_SECRET: testSecret,
    LOG_LEVEL: 'silent',
    SAVE_DELAY_MS: '10',
    RECONNECT_GRACE_MS: '100',
    RECOVERY_GRACE_MS: '100',
    SNAPSHOT_DELAY_MS: '20',
    SNAPSHOT_INTERVAL_MS: '20',
    ...environment,
  })
  const waitsMs: number[] = []
  // Waits between tries are noted, not waited for.
  const clock: Clock = { ...systemClock, sleep: async (delayMs) => void waitsMs.push(delayMs) }
  let app = await createApp({ config, pool: pool(), clock })
  let port = await app.start()

  const server: TestServer = {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    portal,
    dataDir,
    waitsMs,
    sign: signClaims,
    configOf: (
      key,
      {
        user = 'u1',
        group,
        mode = 'edit',
        type,
        forcesave = true,
        permissions,
        fileType = 'docx',
        lang = 'en',
      } = {},
    ) => ({
      documentType: 'word',
      type,
      document: {
        key,
        fileType,
        title: `Minutes of ${key}.${fileType}`,
        url: `${portal.url}/files/${key}.${fileType}`,
        permissions: permissions ?? { edit: true, download: true, copy: true },
      },
      editorConfig: {
        mode,
        lang,
        callbackUrl: `${portal.url}/callbacks/${key}`,
        user: { id: user, name: `User ${user}`, group },
        customization: { forcesave },
      },
    }),
    page: async (key, options = {}) => {
      const path = `/files/${key}.${options.fileType ?? 'docx'}`
      if (!portal.files.has(path)) portal.files.set(path, packText('the end'))
      const token = await signClaims(server.configOf(key, options))
      return openEditorPage(server.url, { token, resume: options.resume }, options.headers)
    },
    command: async (command) => {
      const response = await fetch(`${server.url}/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: await signClaims(command) }),
      })
      return (await response.json()) as Record<string, unknown>
    },
    restart: async () => {
      await app.stop()
      app = await createApp({ config: { ...config, port }, pool: pool(), clock })
      port = await app.start()
    },
    close: async () => {
      await app.stop()
      await portal.close()
      // A last save may still be writing its result.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
  return server
}
