import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The built document server as a process of its own, as the launcher starts it. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** Ends it by a signal; resolves when it is gone. */
  end: (signal: NodeJS.Signals) => Promise<void>
}

/** Starts the server; resolves when it listens. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  if (!existsSync(program)) throw new Error(`${program} is missing: build the package before its tests.`)
  const child = fork(program, { env: { ...process.env, ...environment }, stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`The document server ended with code ${String(code)}.`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    end: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}
