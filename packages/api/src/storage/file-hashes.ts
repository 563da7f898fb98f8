import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { builtModule } from '../lib/built-module.js'
import type { HashAnswer, HashRequest } from './hash-worker.js'

/** A file of this size is hashed in some milliseconds, and needs no thread. */
const smallBytes = 4_194_304
/** Others are hashed when they are whole, not while they grow. */
const maxFollowed = 8

/** What a whole file holds. */
export interface MeasuredFile {
  sha256: string
  size: number
}

interface Waiting {
  resolve: (measured: MeasuredFile) => void
  reject: (error: unknown) => void
}

/** Hashes files and makes them durable: large ones in a thread, which reads along while they grow. */
export function createFileHashes() {
  const followed = new Set<string>()
  const waiting = new Map<string, Waiting>()
  let worker: Worker | undefined

  function ask(request: HashRequest): void {
    worker ??= startWorker()
    worker.postMessage(request)
  }

  function startWorker(): Worker {
    const started = new Worker(builtModule(new URL('./hash-worker.js', import.meta.url)), { env: {} })
    started.unref()
    started.on('message', (answer: HashAnswer) => {
      const asking = waiting.get(answer.file)
      waiting.delete(answer.file)
      if ('error' in answer) asking?.reject(answer.error)
      else asking?.resolve({ sha256: answer.sha256, size: answer.size })
      rest()
    })
    started.on('error', (error) => {
      if (worker === started) worker = undefined
      followed.clear()
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return started
  }

  /** Ends the thread when it has nothing to do. */
  function rest(): void {
    if (followed.size > 0 || waiting.size > 0) return
    void worker?.terminate()
    worker = undefined
  }

  function forget(file: string): void {
    if (!followed.delete(file)) return
    ask({ kind: 'forget', file })
    rest()
  }

  return {
    /** Tells that the first bytes of a file are there, and stay as they are: they are read in advance. */
    grown(file: string, bytes: number): void {
      if (!followed.has(file)) {
        if (bytes < smallBytes) return
        const [oldest] = followed
        if (oldest !== undefined && followed.size >= maxFollowed) forget(oldest)
        followed.add(file)
      }
      ask({ kind: 'grown', file, bytes })
    },

    /** Tells that nobody will ask for a file any more. */
    forget,

    /** Gives hash and size of a file that is whole, once its bytes are on disk. */
    async measure(file: string, size: number): Promise<MeasuredFile> {
      if (size <= smallBytes && !followed.has(file)) return measureSmall(file)
      followed.delete(file)
      return new Promise<MeasuredFile>((resolve, reject) => {
        waiting.set(file, { resolve, reject })
        ask({ kind: 'whole', file })
      })
    },
  }
}

async function measureSmall(file: string): Promise<MeasuredFile> {
  const handle = await open(file, 'r')
  try {
    const bytes = await handle.readFile()
    await handle.sync()
    return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
  } finally {
    await handle.close()
  }
}
