import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface PortalProcess {
  url: string
  pid: number | undefined
  /** Resolves with the signal that ended the process, or its exit code. */
  ended: Promise<NodeJS.Signals | number | null>
  stop: () => Promise<void>
}

/** Starts the built portal as a process of its own and waits until it listens. */
export async function startPortalProcess(environment: Record<string, string>): Promise<PortalProcess> {
  if (!existsSync(entry))
    throw new Error(`${entry} is missing. Build first: pnpm --filter @lectern/api build`)
  const child = fork(entry, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'fatal', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
  const port = await Promise.race([readPort(child), ended])
  if (typeof port !== 'object' || !port) throw new Error('The portal ended before it listened.')
  return {
    url: `http://127.0.0.1:${port.port}`,
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function readPort(child: ChildProcess): Promise<{ port: number }> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const { type, port } = message as { type?: string; port?: number }
      if (type === 'ready' && port !== undefined) resolve({ port })
    })
  })
}
