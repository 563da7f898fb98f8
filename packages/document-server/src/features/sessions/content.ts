import { createHash } from 'node:crypto'
import { findFormat } from '@lectern/shared'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import { EngineError } from '../engine/index.js'
import type { EngineDocument, EngineErrorCode, OpenHow } from '../engine/index.js'
import { notePassword, passwordOf } from './passwords.js'
import { connectionsOf, saveRecord, tellProgress } from './session-state.js'
import type { SessionDependencies, SessionState } from './session-state.js'

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

/** Where a document that is not kept here comes from, and what opens it. */
export interface Source {
  url: string
  password?: string
}

/**
 * Opens the document: from the last kept state, the copy that the portal did not take, the file of an earlier opening
 * of the same key, and only then from the portal. Throws DocumentServerError.
 */
export async function openContent(
  state: SessionState,
  { url, password = passwordOf(state) }: Source,
  deps: SessionDependencies,
): Promise<EngineDocument> {
  const kept = await loadKeptBytes(state, deps)
  if (!kept) tellProgress(state, { type: 'progress', stage: 'downloading' })
  const bytes = kept ?? (await deps.downloader.download(url))
  tellProgress(state, {
    type: 'progress',
    stage: needsEngineStart(state, deps) ? 'startingEngine' : 'opening',
  })
  const document = await openBytes(state, bytes, password, deps)
  const isProtected = document.info.isProtected === true && password !== undefined
  if (isProtected) notePassword(state, password, deps.seal)
  // Only what an engine could open is worth keeping: a file that is repaired in the portal is fetched again.
  if (!kept) await keepOriginal(state, bytes, deps)
  // Before any input: after a crash there may be nobody who knows the password.
  else if (isProtected) await saveRecord(state, deps)
  return document
}

/** Files that the browser draws wait for no engine. */
function needsEngineStart({ record }: SessionState, { pool }: SessionDependencies): boolean {
  if (findFormat(record.fileType)?.documentType === 'pdf') return false
  return !pool.status().processes.some((process) => process.ready)
}

async function openBytes(
  state: SessionState,
  bytes: Uint8Array,
  password: string | undefined,
  { pool }: SessionDependencies,
): Promise<EngineDocument> {
  const { record } = state
  const how: OpenHow = {
    urgent: record.changed,
    onQueued: (position) => tellProgress(state, { type: 'progress', stage: 'queued', position }),
    // What somebody changed has to be opened to be saved, also when nobody looks any more.
    isWanted: () => record.changed || connectionsOf(state).some(({ isOpen }) => isOpen),
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pool.open(bytes, record.fileType, { password }, how)
    } catch (cause) {
      const error = fromEngine(cause)
      if (error.code !== 'ENGINE_LOST' || attempt === openAttempts) throw error
    }
  }
}

async function keepOriginal(
  state: SessionState,
  bytes: Uint8Array,
  deps: SessionDependencies,
): Promise<void> {
  const name = `original.${state.record.fileType}`
  await deps.store.writeFile(state.key, name, bytes)
  state.record.original = name
  state.record.originalSha256 = createHash('sha256').update(bytes).digest('hex')
  await saveRecord(state, deps)
}

const codes: Record<EngineErrorCode, DocumentServerError['code']> = {
  LOST: 'ENGINE_LOST',
  UNREADABLE: 'DAMAGED',
  PASSWORD: 'PASSWORD',
  TOOL_MISSING: 'TOOL_MISSING',
  UNSUPPORTED: 'UNSUPPORTED',
  BUSY: 'BUSY',
}

/** Translates what the engine throws. */
export function fromEngine(cause: unknown): DocumentServerError {
  if (cause instanceof DocumentServerError) return cause
  const code = cause instanceof EngineError ? codes[cause.code] : 'INTERNAL'
  return new DocumentServerError(code, reasonOf(cause), { cause })
}
