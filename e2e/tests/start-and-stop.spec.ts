import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '../fixtures.js'
import { freePort } from '../support/free-port.js'

const root = resolve(import.meta.dirname, '../..')

/** Starts `npm start` as a person does, in a group of its own as a terminal would. */
function npmStart(environment: NodeJS.ProcessEnv) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const exited = new Promise<number | null>((resolveExit) => child.once('close', (code) => resolveExit(code)))
  return { child, exited, output: () => output }
}

/** Programs that hold this data directory's name in their environment: the launcher's own and all below it. */
function programsOf(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(dataDir)
      } catch {
        // It ended while we looked.
        return false
      }
    })
    .map(Number)
}

async function withDataDir(run: (dataDir: string, port: number) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-start-'))
  try {
    await run(dataDir, await freePort())
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const stops: { title: string; send: (child: ChildProcess) => void }[] = [
  // A terminal sends the signal to every program of the foreground group.
  { title: 'Ctrl-C', send: (child) => process.kill(-child.pid!, 'SIGINT') },
  { title: 'kill -TERM', send: (child) => process.kill(child.pid!, 'SIGTERM') },
]

for (const { title, send } of stops)
  test(`${title} stops npm start and everything below it, with exit code 0`, async () => {
    await withDataDir(async (dataDir, port) => {
      const started = npmStart({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir })
      await expect.poll(() => started.output(), { timeout: 60_000 }).toContain('Ctrl-C stops it.')
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
      send(started.child)
      expect(await started.exited, started.output()).toBe(0)
      if (process.platform === 'linux') await expect.poll(() => programsOf(dataDir)).toEqual([])
    })
  })

test('killed with -9, the launcher leaves nothing running', async () => {
  test.skip(process.platform !== 'linux', 'looks for programs in /proc')
  await withDataDir(async (dataDir, port) => {
    const started = npmStart({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir })
    await expect.poll(() => started.output(), { timeout: 60_000 }).toContain('Ctrl-C stops it.')
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'launcher.json'), 'utf8')) as { pid: number }
    process.kill(pid, 'SIGKILL')
    await started.exited
    await expect.poll(() => programsOf(dataDir), { timeout: 60_000 }).toEqual([])
  })
})

test('a taken port is one clear line', async () => {
  await withDataDir(async (dataDir) => {
    const holder = createServer()
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening))
    const { port } = holder.address() as AddressInfo
    const started = npmStart({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir })
    expect(await started.exited).toBe(1)
    expect(started.output()).toContain(
      `Port ${port} is taken by another program: stop that one, or choose another port`,
    )
    await new Promise((closed) => holder.close(closed))
  })
})

test('a data directory that cannot be written to is one clear line', async () => {
  await withDataDir(async (dataDir, port) => {
    await writeFile(join(dataDir, 'file'), '')
    const started = npmStart({ PORT: String(port), DATA_DIR: join(dataDir, 'file/data') })
    expect(await started.exited).toBe(1)
    expect(started.output()).toMatch(/The data directory .*file\/data cannot be written to/)
  })
})
