import { createHash } from 'node:crypto'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LauncherError } from './launcher-error.js'

/** Systems allow some 104 bytes for a socket's path. */
const longestSocketPath = 100
const answerTimeoutMs = 2_000

/**
 * Makes sure that no other launcher works in this data directory: two would write over each other's files. The claim
 * is a local socket, because the system ends it with the process, however that dies. Gives the function that ends it.
 */
export async function claimDataDirectory(dataDir: string): Promise<() => Promise<void>> {
  const path = socketPathOf(await realpath(dataDir))
  const server = (await listen(path)) ?? (await takeOver(dataDir, path))
  // The claim alone is no reason to go on running.
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}

function socketPathOf(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\lectern-${hash}`
  const path = join(dataDir, 'launcher.sock')
  return Buffer.byteLength(path) <= longestSocketPath ? path : join(tmpdir(), `lectern-${hash}.sock`)
}

async function takeOver(dataDir: string, path: string): Promise<Server> {
  const holder = await askHolder(path)
  if (holder !== undefined) throw inUse(dataDir, holder)
  // Nobody listens: a launcher that was killed left the file.
  await rm(path, { force: true })
  const server = await listen(path)
  if (!server) throw inUse(dataDir, '')
  return server
}

/** Listens on the socket and tells who asks the number of this process; undefined when the path is taken. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((done, reject) => {
    const server = createServer((asking) => {
      asking.on('error', () => asking.destroy())
      asking.end(String(process.pid))
    })
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') done(undefined)
      else reject(new LauncherError(`The data directory cannot be claimed (${cause.code}).`, { cause }))
    })
    server.listen(path, () => done(server))
  })
}

/** Gives the number of the process that holds the claim, empty when it does not say; undefined when nobody does. */
function askHolder(path: string): Promise<string | undefined> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect(path)
    socket.setEncoding('utf8').setTimeout(answerTimeoutMs, () => socket.destroy())
    socket.on('data', (text) => (answer += String(text)))
    socket.on('connect', () => socket.on('close', () => done(answer)))
    socket.on('error', () => done(undefined))
  })
}

function inUse(dataDir: string, holder: string): LauncherError {
  const who = holder ? `process ${holder}` : 'another process'
  return new LauncherError(
    `The data directory ${dataDir} is in use by a Lectern that runs (${who}): stop that one, or set DATA_DIR to another directory.`,
  )
}
