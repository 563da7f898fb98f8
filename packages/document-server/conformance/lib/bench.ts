import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, inject } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { startFakePortal } from '../../src/testing/fake-portal.js'
import type { FakePortal, ReceivedCallback } from '../../src/testing/fake-portal.js'
import type { Driver, Editor } from '../drivers/driver.js'
import { createEmbeddedDriver } from '../drivers/embedded.js'

export const target = inject('target')

/** Long enough for a slow server to open, save and try again. */
const patience = { timeout: 45_000, interval: 50 }

/** Signs claims with the secret of the server under test. */
export function sign(
  claims: object,
  { secret = target.secret, expires = '5m' }: { secret?: string; expires?: string | number } = {},
) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret))
}

/** Posts JSON to the server under test. */
export async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${target.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type') ?? '', text }
}

/** Sends a command with its token in the body. */
export async function command(claims: object): Promise<Record<string, unknown>> {
  const { text } = await post('/command', { token: await sign(claims) })
  return JSON.parse(text) as Record<string, unknown>
}

/** What a scenario may want to be different. */
interface OpenOptions {
  user?: string
  mode?: 'edit' | 'view'
  path?: string
  forcesave?: boolean
  callback?: boolean
}

/** A portal of the suite's own with one document key at a time. */
export interface Bench {
  portal: FakePortal
  newKey: () => Promise<string>
  open: (key: string, options?: OpenOptions) => Promise<Editor>
  openReady: (key: string, options?: OpenOptions) => Promise<Editor>
  /** Resolves with the n-th callback of a status. */
  callback: (key: string, status: number, count?: number) => Promise<ReceivedCallback['body']>
  callbacks: (key: string) => ReceivedCallback[]
  downloads: (key: string) => number
}

/** Starts the portal. */
export async function createBench(): Promise<Bench> {
  const portal = await startFakePortal(target.secret, target.portalHost)
  const driver: Driver = createEmbeddedDriver(target.url)
  const callbacks = (key: string) => portal.callbacks.filter(({ body }) => body.key === key)

  function configOf(key: string, { user = 'u1', mode = 'edit', ...options }: OpenOptions) {
    return {
      documentType: 'word',
      document: {
        ...{ key, fileType: 'docx', title: 'Report.docx' },
        url: `${portal.url}${options.path ?? `/files/${key}.docx`}`,
        permissions: { edit: true, download: true },
      },
      editorConfig: {
        ...{ mode, lang: 'en', user: { id: user, name: `User ${user}` } },
        ...(options.callback !== false && { callbackUrl: `${portal.url}/callbacks/${key}` }),
        customization: { forcesave: options.forcesave ?? false, autosave: true },
      },
    }
  }

  const bench: Bench = {
    portal,
    callbacks,
    newKey: async () => {
      const key = `conformance-${randomUUID()}`
      portal.files.set(`/files/${key}.docx`, await makeReportDocx())
      return key
    },
    open: async (key, options = {}) => {
      const config = configOf(key, options)
      return driver.open(config, await sign(config))
    },
    openReady: async (key, options) => {
      const editor = await bench.open(key, options)
      await editor.ready()
      return editor
    },
    callback: async (key, status, count = 1) => {
      const found = () => callbacks(key).filter(({ body }) => body.status === status)[count - 1]
      await expect.poll(found, patience).toBeDefined()
      return found()!.body
    },
    downloads: (key) => portal.log.filter((line) => line === `download /files/${key}.docx`).length,
  }
  return bench
}
