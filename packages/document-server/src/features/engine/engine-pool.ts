import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pino } from 'pino'
import { checkContainer } from './container-check.js'
import { createDocumentHandle } from './document-handle.js'
import type { DocumentHandle } from './document-handle.js'
import type { EngineProcess } from './engine-process.js'
import { createEngineSupervisor } from './engine-supervisor.js'
import type { EngineDocument, EnginePool, OpenOptions } from './engine.types.js'
import { EngineError } from './engine.types.js'
import { engineFileType } from './input-formats.js'
import { engineProcessModule } from './process-module.js'
import { textInput } from './text-input.js'

export interface EnginePoolOptions {
  /** Engine processes that run at once; each takes about 1.3 GB of memory. */
  processes?: number
  logLevel?: string
  /** Folder for the processes' own files, which are gone when they have started. */
  scratchDirectory?: string
  bootTimeoutMs?: number
  /** A call that takes longer counts as hung. */
  answerTimeoutMs?: number
  maxDocumentsPerProcess?: number
}

/** Starts the engine processes and gives the pool that shares them out. */
export function createEnginePool({
  processes = 1,
  logLevel = 'info',
  scratchDirectory = tmpdir(),
  bootTimeoutMs = 120_000,
  answerTimeoutMs = 120_000,
  maxDocumentsPerProcess = 40,
}: EnginePoolOptions = {}): EnginePool {
  const log = pino({ name: 'engine', level: logLevel })
  const handles = new Map<number, { handle: DocumentHandle; process: EngineProcess }>()
  let lastDocument = 0

  const supervisor = createEngineSupervisor({
    count: processes,
    process: {
      modulePath: engineProcessModule(),
      scratchDirectory,
      bootTimeoutMs,
      answerTimeoutMs,
      log,
      onEvents: (document, view, events) => handles.get(document)?.handle.tell(view, events),
    },
    onEnd(process) {
      for (const [id, entry] of handles) {
        if (entry.process !== process) continue
        handles.delete(id)
        entry.handle.lose(new EngineError('LOST', process.exit.message))
      }
    },
  })

  const documentsOf = (process: EngineProcess) =>
    [...handles.values()].filter((entry) => entry.process === process).length

  async function chooseProcess(): Promise<EngineProcess> {
    const ready = await supervisor.ready()
    const [best] = ready.sort((left, right) => documentsOf(left) - documentsOf(right))
    if (!best || documentsOf(best) >= maxDocumentsPerProcess)
      throw new EngineError('BUSY', 'Too many documents are open. Close some, or try again later.')
    return best
  }

  async function openOnce(bytes: Uint8Array, fileType: string, options: string): Promise<EngineDocument> {
    const process = await chooseProcess()
    lastDocument += 1
    const id = lastDocument
    const info = await process.call('open', {
      document: id,
      bytes,
      fileType: engineFileType(fileType),
      options,
    })
    const onClosed = () => handles.delete(id)
    const handle = createDocumentHandle({ id, process, info, fileType, onClosed })
    handles.set(id, { handle, process })
    return handle.document
  }

  async function open(bytes: Uint8Array, fileType: string, wanted?: OpenOptions): Promise<EngineDocument> {
    const { container } = checkContainer(bytes, fileType)
    const { content, options } =
      container === 'text' ? textInput(bytes, fileType, wanted) : { content: bytes, options: '' }
    try {
      return await openOnce(content, fileType, options)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'LOST' || supervisor.isStopped()) throw error
      log.warn({ fileType, reason: error.message }, 'engine lost while opening a document')
      return await reopen(content, fileType, options, error)
    }
  }

  /** Something else may have ended the process, so the file gets one more try; a second end is its fault. */
  async function reopen(bytes: Uint8Array, fileType: string, options: string, first: EngineError) {
    try {
      return await openOnce(bytes, fileType, options)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'LOST') throw error
      throw new EngineError('UNREADABLE', `The ${fileType} file cannot be opened: the engine fails on it.`, {
        cause: first,
      })
    }
  }

  return {
    open,
    async ready() {
      await supervisor.ready()
    },
    status: () => ({
      processes: supervisor.list().map((process) => ({
        pid: process.pid,
        ready: process.isReady(),
        documents: documentsOf(process),
        rssBytes: residentBytes(process.pid),
      })),
    }),
    stop: () => supervisor.stop(),
  }
}

/** Reads the memory in use of a process; 0 where the system does not tell. */
function residentBytes(pid: number): number {
  try {
    const pages = readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]
    return Number(pages ?? 0) * 4096
  } catch {
    // Not Linux, or the process has just ended.
    return 0
  }
}
