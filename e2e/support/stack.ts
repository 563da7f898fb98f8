import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readExternalDocumentServer } from './environment.js'
import { freePort } from './free-port.js'

const launcher = resolve(import.meta.dirname, '../../packages/launcher/dist/main.js')
const START_TIMEOUT_MS = 120_000

export const administrator = {
  email: 'admin@example.org',
  password: 'a long enough pass phrase',
  token: 'e2e-administrator-token-0123456789abcdef',
}

export interface StackOptions {
  /** Without one, the administrator signs in by the printed one-time link. */
  withAdministrator?: boolean
  dataDir?: string
  environment?: NodeJS.ProcessEnv
}

export interface Stack {
  url: string
  /** All that it printed until now. */
  output: () => string
  process: ChildProcess
  dataDir: string
  startedInMs: number
  /** The pids of the programs below the launcher, as it notes them. */
  processes: () => Promise<Record<string, number>>
  /** Asks it to stop and answers its exit code. */
  stop: () => Promise<number | null>
}

/** Starts the built Lectern, as `npm start` does, on a free port with data of its own. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'lectern-e2e-')))
  const port = await freePort()
  const external = readExternalDocumentServer()
  const url = `http://${external?.portalHost ?? '127.0.0.1'}:${port}`
  const startedAt = performance.now()
  const child = spawn(process.execPath, [launcher], {
    env: { ...environmentFor(options, url, external), PORT: String(port), DATA_DIR: dataDir },
    // The channel ends with this process, and then Lectern stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  await waitUntilReady(child, () => output)
  return {
    url,
    output: () => output,
    process: child,
    dataDir,
    startedInMs: performance.now() - startedAt,
    processes: async () => {
      const status = JSON.parse(await readFile(join(dataDir, 'launcher.json'), 'utf8')) as {
        processes: Record<string, number>
      }
      return status.processes
    },
    stop: async () => {
      const code = await stopProcess(child)
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

function environmentFor(
  { withAdministrator = true, environment = {} }: StackOptions,
  url: string,
  external: ReturnType<typeof readExternalDocumentServer>,
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TMPDIR: process.env.TMPDIR,
    HOST: external ? '0.0.0.0' : '127.0.0.1',
    PUBLIC_URL: url,
    ...(withAdministrator
      ? {
          ADMIN_EMAIL: administrator.email,
          ADMIN_PASSWORD: administrator.password,
          ADMIN_API_TOKEN: administrator.token,
        }
      : {}),
    ...(external
      ? {
          DOCUMENT_SERVER_URL: external.url,
          DOCUMENT_SERVER_SECRET: external.secret,
          PORTAL_INTERNAL_URL: url,
          ...(external.jwtHeader ? { DOCUMENT_SERVER_JWT_HEADER: external.jwtHeader } : {}),
        }
      : {}),
    ...environment,
  }
}

function waitUntilReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Lectern was not ready after ${START_TIMEOUT_MS} ms. It said:\n${output()}`))
    }, START_TIMEOUT_MS)
    child.stdout?.on('data', () => {
      if (!output().includes('Ctrl-C stops it.')) return
      clearTimeout(timeout)
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(timeout)
      reject(new Error(`Lectern ended with ${code ?? 'a signal'} before it was ready. It said:\n${output()}`))
    })
  })
}

function stopProcess(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode)
      return
    }
    child.once('exit', (code) => resolve(code))
    child.kill('SIGTERM')
  })
}
