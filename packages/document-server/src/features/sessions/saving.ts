import { createHash } from 'node:crypto'
import { ForceSaveType } from '@lectern/shared'
import { reasonOf } from '../../lib/errors.js'
import { finalBody, forceSaveBody, packChanges } from '../callback/index.js'
import type { CallbackOutcome, ForceSaveCause, ResultFields } from '../callback/index.js'
import { readFormData } from '../form-data/index.js'
import { fromEngine, loadKeptBytes } from './content.js'
import { ensureDocument } from './document-life.js'
import { hasUnkeptChanges } from './journal-replay.js'
import { broadcast, saveRecord } from './session-state.js'
import type { SessionCore, SessionDependencies, SessionState } from './session-state.js'
import { describeWarning } from './texts.js'

interface StoredResult {
  bytes: Uint8Array
  sha256?: string
  /** Made anew for each try, because links expire; absent when the files could not be written. */
  fields?: () => ResultFields
}

type FormData = Awaited<ReturnType<typeof readFormData>>
const formName = 'formsdata.json'

/** Writes the result files of one save; their paths belong to this save alone, so a portal can tell saves apart. */
async function storeResult(
  { key, record }: SessionState,
  bytes: Uint8Array,
  { results, links }: SessionDependencies,
  formData: FormData | undefined,
): Promise<StoredResult> {
  const folder = results.newFolder(key)
  const fileName = `output.${record.fileType}`
  const path = await results.put({ key, folder, fileName, bytes })
  const zip = record.changes.length > 0 ? packChanges(record.changes) : undefined
  const zipPath = zip && (await results.put({ key, folder, fileName: 'changes.zip', bytes: zip }))
  const formPath =
    formData &&
    (await results.put({ key, folder, fileName: formName, bytes: Buffer.from(JSON.stringify(formData)) }))
  const documentSha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    bytes,
    sha256: documentSha256,
    fields: () => ({
      url: links.create(record.baseUrl, path, key, fileName),
      changesurl: zipPath && links.create(record.baseUrl, zipPath, key, 'changes.zip'),
      documentSha256,
      formsdataurl: formPath && links.create(record.baseUrl, formPath, key, formName),
    }),
  }
}

/** An engine that dies while it saves is replaced, and then it is tried again. */
const saveAttempts = 3

/** Puts all that was changed into the kept state. */
async function keepAll(core: SessionCore): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Without a document the last input is in the journal only.
      if (!core.state.document && (await hasUnkeptChanges(core.state)))
        await ensureDocument(core, { url: '' })
      await core.snapshots.take()
      return
    } catch (cause) {
      if (fromEngine(cause).code !== 'ENGINE_LOST' || attempt === saveAttempts) throw cause
    }
  }
}

async function makeResult(
  core: SessionCore,
  { takeOlder, isSubmit }: { takeOlder: boolean; isSubmit: boolean },
): Promise<StoredResult | undefined> {
  const { state, deps } = core
  try {
    await keepAll(core)
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'The engine could not save a document')
    // At the very end the last kept state is better than none; a force save is tried again later.
    if (!takeOlder || !state.record.snapshot) return undefined
  }
  const bytes = await loadKeptBytes(state, deps)
  if (!bytes) return undefined
  try {
    const formData = isSubmit ? await tryReadFormData(core, bytes) : undefined
    return await storeResult(state, bytes, deps, formData)
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'The result of a save could not be written')
    return { bytes }
  }
}

/** The form itself is stored also when its fields cannot be read. */
async function tryReadFormData({ state, deps }: SessionCore, bytes: Uint8Array): Promise<FormData> {
  try {
    return await readFormData(bytes, state.record.fileType)
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'The fields of a form could not be read')
    return undefined
  }
}

/** Stores the document in the portal while people go on (callback 6, or 7 when there is nothing to give). */
export async function forceSave(core: SessionCore, cause: ForceSaveCause): Promise<void> {
  const { state, snapshots, deps } = core
  const { record } = state
  if (!record.changedSinceSave) return
  const result = await makeResult(core, {
    ...{ takeOlder: false, isSubmit: cause.type === ForceSaveType.FormSubmit },
  })
  // Set before the portal answers: what is changed meanwhile sets it again.
  record.changedSinceSave = snapshots.isDirty()
  const outcome = await post(state, deps, () => forceSaveBody(record, cause, result?.fields?.()))
  const ok = outcome === 'accepted' && result?.fields !== undefined
  if (ok) record.forceSaved = true
  else record.changedSinceSave = true
  await saveRecord(state, deps)
  for (const member of state.members.values()) {
    if (!ok && member.ready) member.connection?.send(describeWarning('SAVE_FAILED', member.claims.lang))
  }
  broadcast(state, { type: 'saved', ok })
}

/** Stores the document in the portal after the last editor left (callback 2 or 3); what it does not take is kept. */
export async function finalSave(core: SessionCore, lastUserId: string): Promise<void> {
  const { state, deps } = core
  const { record, key } = state
  const { clock, forgotten, log } = deps
  const result = await makeResult(core, { takeOlder: true, isSubmit: false })
  const outcome = await post(state, deps, () => finalBody(record, lastUserId, result?.fields?.()))
  const accepted = outcome === 'accepted'
  const ok = accepted && result?.fields !== undefined
  if (ok) await forgotten.remove(key)
  else if (result) {
    const file = { key, fileType: record.fileType, title: record.title, forgottenAt: clock.now() }
    // When this fails too, the document counts as open: after the next start it is saved again.
    await forgotten.keep(file, result.bytes)
    log.error({ key, outcome }, 'The portal did not take a document; it is kept as forgotten')
  }
  record.state = 'saved'
  record.resultSha256 = ok ? result.sha256 : undefined
  record.departed = Object.fromEntries(state.departed)
  await saveRecord(state, deps)
  broadcast(state, { type: 'saved', ok })
}

async function post(
  { record }: SessionState,
  { callbacks }: SessionDependencies,
  body: Parameters<SessionDependencies['callbacks']['send']>[1],
): Promise<CallbackOutcome> {
  // Without an address there is nobody to ask; the result is kept as forgotten.
  if (!record.callbackUrl) return 'failed'
  return callbacks.send(record.callbackUrl, body, { retry: true })
}
