import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/lectern-document-server.mjs', import.meta.url))
const built = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The built document server as a process of its own, started as people do who use it alone. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** Ends it by a signal; resolves when it is gone. */
  end: (signal: NodeJS.Signals) => Promise<void>
}

/** Starts the server; resolves when it listens. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  if (!existsSync(built)) throw new Error(`${built} is missing: build the package before its tests.`)
  const { PORT = '0', JWT_SECRET, ...others } = environment
  const secret = JWT_SECRET === undefined ? [] : ['--secret', JWT_SECRET]
  const env = { ...process.env, ...others }
  const child = fork(program, ['--port', PORT, ...secret], { env, stdio: 'inherit' })
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

/** Gives the engines' process numbers. */
export async function enginePids({ url }: ServerProcess): Promise<number[]> {
  const status = (await (await fetch(`${url}/info/status`)).json()) as { engines: { pid: number }[] }
  return status.engines.map((engine) => engine.pid)
}

/** Tells whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // The signal found no process.
    return false
  }
}
