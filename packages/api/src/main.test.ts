import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

const entry = path.resolve(import.meta.dirname, '../dist/main.js')

let directory = ''
const cleanups: (() => unknown)[] = []

beforeAll(() => {
  if (!existsSync(entry)) throw new Error('Build first: pnpm --filter @lectern/api build')
})
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'lectern-main-'))
  cleanups.push(() => rm(directory, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step()
})

/** Starts the portal as a process and collects what it says. */
function start(environment: Record<string, string> = {}) {
  const child = fork(entry, {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: directory,
      LOG_LEVEL: 'fatal',
      PORTAL_SECRET: 'x'.repeat(32),
      DOCUMENT_SERVER_SECRET: 'secret',
      DOCUMENT_SERVER_INTERNAL_URL: 'http://127.0.0.1:9',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  // Not `close`: it never comes once the launcher's channel was closed from this side.
  const exited = once(child, 'exit') as Promise<[number | null]>
  const silent = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'close'))
  const ended = Promise.all([exited, ...silent]).then(([[code]]) => ({ code, output }))
  cleanups.push(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    ended,
    ready: once(child, 'message').then(([message]) => message as { port: number; signInUrl?: string }),
  }
}

it('tells its launcher where it listens and how to sign in', async () => {
  const { ready } = start()
  const { port, signInUrl } = await ready
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  expect(signInUrl).toMatch(new RegExp(`^http://localhost:${port}/sign-in/`))
})

it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
  const { child, ready, ended } = start()
  await ready
  child.kill(signal)
  expect(await ended).toEqual({ code: 0, output: '' })
})

it('stops when its launcher is gone', async () => {
  const { child, ready, ended } = start()
  await ready
  child.disconnect()
  expect((await ended).code).toBe(0)
})

it('says in one line that its port is taken', async () => {
  const other = createServer()
  cleanups.push(() => other.close())
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const { port } = other.address() as AddressInfo
  const output = `Port ${port} is taken by another program. Choose another with PORT.\n`
  expect(await start({ PORT: String(port) }).ended).toEqual({ code: 1, output })
})

it('says in one line that the data directory cannot be used', async () => {
  const file = path.join(directory, 'file')
  await writeFile(file, '')
  const { code, output } = await start({ DATA_DIR: path.join(file, 'data') }).ended
  expect(code).toBe(1)
  expect(output).toMatch(/^The data directory .* cannot be written\. .*\n$/)
})

it('says what is wrong with its configuration, and never the secret itself', async () => {
  const { code, output } = await start({ PORTAL_SECRET: 'too-short-secret', PORT: 'x' }).ended
  expect(code).toBe(1)
  expect(output).toContain('PORTAL_SECRET needs at least 32 characters')
  expect(output).toContain('PORT must be a port number')
  expect(output).not.toContain('too-short-secret')
})
