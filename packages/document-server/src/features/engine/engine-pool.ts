import { tmpdir } from 'node:os'
import { pino } from 'pino'
import { systemClock } from '../../lib/clock.js'
import type { Clock } from '../../lib/clock.js'
import { isFormType } from './form-properties.js'
import { prepareContent } from './content.js'
import type { Content } from './content.js'
import { createDocumentHandle } from './document-handle.js'
import type { DocumentHandle } from './document-handle.js'
import { createEngineFleet } from './engine-fleet.js'
import { countProcesses, fullProcessBytes } from './engine-memory.js'
import type { EngineResources } from './engine-memory.js'
import { startEngineProcess } from './engine-process.js'
import { startWithoutNetwork } from './isolation.js'
import type { EngineProcess, EngineProcessOptions } from './engine-process.js'
import type { EngineDocument, EnginePool, OpenHow, OpenOptions } from './engine.types.js'
import { EngineError } from './engine.types.js'
import { engineFileType } from './input-formats.js'
import type { Wish } from './placement.js'
import { engineProcessModule } from './process-module.js'

export interface EnginePoolOptions extends EngineResources {
  logLevel?: string
  /** Folder for the processes' own files, which are gone when they have started. */
  scratchDirectory?: string
  bootTimeoutMs?: number
  /** A call that takes longer counts as hung. */
  answerTimeoutMs?: number
  maxDocumentsPerProcess?: number
  clock?: Clock
  startProcess?: (options: EngineProcessOptions) => EngineProcess
}

/** Starts the engine processes and gives the pool that shares them out. */
export function createEnginePool(options: EnginePoolOptions = {}): EnginePool {
  const { startProcess = startEngineProcess, clock = systemClock } = options
  const log = pino({ name: 'engine', level: options.logLevel ?? 'info' })
  if (!startWithoutNetwork())
    log.info('no network namespace can be made here: engine processes share the network of this machine')
  const handles = new Map<number, { handle: DocumentHandle; process: EngineProcess }>()
  let lastDocument = 0

  const processOptions: EngineProcessOptions = {
    modulePath: engineProcessModule(),
    scratchDirectory: options.scratchDirectory ?? tmpdir(),
    bootTimeoutMs: options.bootTimeoutMs ?? 120_000,
    answerTimeoutMs: options.answerTimeoutMs ?? 120_000,
    log,
    onEvents: (document, view, events) => handles.get(document)?.handle.tell(view, events),
  }
  const fleet = createEngineFleet({
    startProcess: () => startProcess(processOptions),
    ...{ clock, log, maxProcesses: countProcesses(options), fullBytes: fullProcessBytes },
    maxDocumentsPerProcess: options.maxDocumentsPerProcess ?? 40,
    onEnd(process) {
      for (const [id, entry] of handles) {
        if (entry.process !== process) continue
        handles.delete(id)
        entry.handle.lose(new EngineError('LOST', process.exit.message))
      }
    },
  })

  async function openOnce(content: Content, wish: Wish, how: OpenHow): Promise<EngineDocument> {
    const seat = await fleet.seat(wish, how)
    const { process } = seat
    lastDocument += 1
    const id = lastDocument
    const { bytes, fileType, options, password, complete } = content
    const onClosed = () => {
      handles.delete(id)
      seat.leave()
    }
    try {
      const isForm = isFormType(fileType)
      const request = { document: id, bytes, fileType: engineFileType(fileType), options, password, isForm }
      const info = await process.call('open', request)
      const { noteInput: onInput } = fleet
      const handle = createDocumentHandle({ id, process, info, fileType, complete, onInput, onClosed })
      handles.set(id, { handle, process })
      return handle.document
    } catch (error) {
      seat.leave()
      throw error
    }
  }

  async function open(bytes: Uint8Array, fileType: string, wanted?: OpenOptions, how: OpenHow = {}) {
    const content = prepareContent(bytes, fileType, wanted)
    const wish = { purpose: how.purpose ?? 'edit' }
    try {
      return await openOnce(content, wish, how)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'LOST' || fleet.isStopped()) throw error
      log.warn({ fileType, reason: error.message }, 'engine lost while opening a document')
      return await reopen(content, { ...wish, alone: true }, how, error)
    }
  }

  /** Something else may have ended the process, so the file gets one more try; a second end is its fault. */
  async function reopen(content: Content, wish: Wish, how: OpenHow, first: EngineError) {
    try {
      return await openOnce(content, wish, how)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'LOST') throw error
      const message = `The ${content.fileType} file cannot be opened: the engine fails on it.`
      throw new EngineError('UNREADABLE', message, { cause: first })
    }
  }

  return {
    open,
    status: () => ({
      waiting: fleet.waiting(),
      processes: fleet.places().map(({ process, ready, editing, converting, rssBytes }) => ({
        pid: process.pid,
        ready,
        documents: editing,
        conversions: converting,
        rssBytes,
      })),
    }),
    ready: () => fleet.ready(),
    stop: () => fleet.stop(),
  }
}
