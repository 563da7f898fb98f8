import type { EngineDocument } from '../engine/index.js'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import { openContent } from './content.js'
import { attachView, sendOpened } from './members.js'
import type { Member, SessionCore } from './session-state.js'
import { describeError, describeWarning } from './texts.js'

/** After so many restarts without a kept state in between, the input that is sent again is what kills the engine. */
const maxRecoveries = 3

/** Opens the document unless it is open. */
export async function ensureDocument(core: SessionCore, url: string): Promise<void> {
  const { state, deps } = core
  if (state.document) return
  const document = await openContent(state, url, deps).finally(() => (state.progress = undefined))
  useDocument(core, document)
}

function useDocument(core: SessionCore, document: EngineDocument): void {
  const { state, snapshots, deps } = core
  state.document = document
  state.epoch += 1
  snapshots.reset()
  document.onLost((error) => {
    if (state.document !== document || state.ended) return
    deps.log.error(
      { key: state.key, reason: error.message },
      'An engine was lost; its document is opened again',
    )
    state.document = undefined
    state.epoch += 1
    for (const member of state.members.values()) {
      member.view = undefined
      member.ready = false
      member.connection?.send({ type: 'recovering' })
    }
    void state.lifecycle.run(() => recover(core))
  })
}

/** Opens the last kept state in a new engine; the pages send again what it does not contain. */
async function recover(core: SessionCore): Promise<void> {
  const { state, deps } = core
  const url = [...state.members.values()][0]?.claims.url
  if (state.ended || state.document || url === undefined) return
  state.recoveries += 1
  try {
    await ensureDocument(core, url)
    for (const member of state.members.values()) await readmit(core, member)
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'A document could not be recovered')
    const code = cause instanceof DocumentServerError ? cause.code : 'INTERNAL'
    for (const member of state.members.values())
      member.connection?.send(describeError(code, member.claims.lang))
  }
}

async function readmit(core: SessionCore, member: Member): Promise<void> {
  const { state } = core
  const kept = state.record.snapshot?.participants[member.id]
  const skip = state.recoveries >= maxRecoveries
  member.receivedSeq = skip ? member.receivedSeq : (kept?.lastSeq ?? 0)
  member.appliedSeq = member.receivedSeq
  member.inFlight = 0
  await attachView(core, member)
  if (skip) member.connection?.send(describeWarning('INPUT_SKIPPED', member.claims.lang))
  sendOpened(state, member)
}
