import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import { checkContainer } from '../documents/index.js'
import { EngineError } from '../engine/index.js'
import type { EngineDocument, EngineErrorCode } from '../engine/index.js'
import { saveRecord } from './session-state.js'
import type { SessionDependencies, SessionState } from './session-state.js'

/** Progress that waiting pages are told. */
export type OpeningStage = 'startingEngine' | 'downloading' | 'opening'

/**
 * Gives the newest bytes that this server has of the document: the last kept state, the copy that the portal did not
 * take, the file of an earlier opening of the same key, and only then the portal's file.
 */
async function loadBytes(
  state: SessionState,
  url: string,
  deps: SessionDependencies,
  tell: (stage: OpeningStage) => void,
): Promise<Uint8Array> {
  const kept = await loadKeptBytes(state, deps)
  if (kept) return kept
  tell('downloading')
  const bytes = await deps.downloader.download(url)
  checkContainer(bytes, state.record.fileType)
  const name = `original.${state.record.fileType}`
  await deps.store.writeFile(state.key, name, bytes)
  state.record.original = name
  await saveRecord(state, deps)
  return bytes
}

/** Gives the newest bytes that are on this server's disk. */
export async function loadKeptBytes(
  { key, record }: SessionState,
  { store, forgotten }: SessionDependencies,
): Promise<Uint8Array | undefined> {
  const snapshot = record.snapshot && (await store.readFile(key, record.snapshot.file))
  if (snapshot) return snapshot
  if (record.fromForgotten) {
    const bytes = await forgotten.read(key)
    if (bytes) return bytes
  }
  return record.original === undefined ? undefined : store.readFile(key, record.original)
}

/** One engine in many dies while it starts or opens; a file that kills two is to blame itself. */
const openAttempts = 2

/** Opens the document in an engine; throws DocumentServerError. */
export async function openContent(
  state: SessionState,
  url: string,
  deps: SessionDependencies,
  tell: (stage: OpeningStage) => void,
): Promise<EngineDocument> {
  const bytes = await loadBytes(state, url, deps, tell)
  tell(deps.pool.status().processes.some((process) => process.ready) ? 'opening' : 'startingEngine')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.pool.open(bytes, state.record.fileType)
    } catch (cause) {
      const error = fromEngine(cause)
      if (error.code !== 'ENGINE_LOST' || attempt === openAttempts) throw error
    }
  }
}

const codes: Record<EngineErrorCode, DocumentServerError['code']> = {
  LOST: 'ENGINE_LOST',
  UNREADABLE: 'DAMAGED',
  PASSWORD: 'PASSWORD',
  UNSUPPORTED: 'UNSUPPORTED',
  BUSY: 'BUSY',
}

/** Translates what the engine throws. */
export function fromEngine(cause: unknown): DocumentServerError {
  if (cause instanceof DocumentServerError) return cause
  const code = cause instanceof EngineError ? codes[cause.code] : 'INTERNAL'
  return new DocumentServerError(code, reasonOf(cause), { cause })
}
