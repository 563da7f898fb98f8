import type { EngineDocument } from '../engine/index.js'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import { loseEngine } from './blame.js'
import { fromEngine, openContent } from './content.js'
import type { Source } from './content.js'
import { replayJournal } from './journal-replay.js'
import { runLater } from './later.js'
import { attachView, sendOpened } from './members.js'
import type { Member, SessionCore } from './session-state.js'
import { describeError } from './texts.js'

/** A file and its journal that so many engines in a row did not survive are not tried again at once. */
const openAttempts = 10

/** Opens the document unless it is open: the kept state, and then all input that came after it. */
export async function ensureDocument(core: SessionCore, source: Source): Promise<void> {
  const { state, deps } = core
  for (let attempt = 1; !state.document; attempt += 1) {
    const document = await openContent(state, source, deps).finally(() => (state.progress = undefined))
    state.epoch += 1
    try {
      const changed = await replayJournal(core, document)
      useDocument(core, document)
      if (changed) core.snapshots.touch()
    } catch (cause) {
      const error = fromEngine(cause)
      loseEngine(state, deps.clock.now())
      deps.log.error({ key: state.key, attempt, reason: error.message }, 'A journal could not be applied')
      if (error.code !== 'ENGINE_LOST') await closeQuietly(core, document)
      if (error.code !== 'ENGINE_LOST' || attempt >= openAttempts) throw error
    }
  }
}

async function closeQuietly({ deps }: SessionCore, document: EngineDocument): Promise<void> {
  await document.close().catch((cause: unknown) => {
    deps.log.debug({ reason: reasonOf(cause) }, 'A document did not close')
  })
}

function useDocument(core: SessionCore, document: EngineDocument): void {
  const { state, snapshots, deps } = core
  state.document = document
  snapshots.reset()
  document.onLost((error) => {
    if (state.document !== document || state.ended) return
    deps.log.error(
      { key: state.key, reason: error.message },
      'An engine was lost; its document is opened again',
    )
    loseEngine(state, deps.clock.now())
    for (const member of state.members.values()) member.connection?.send({ type: 'recovering' })
    runLater(core, () => recover(core))
  })
}

/** Opens the document in a new engine as it was; the pages send again only what never reached this server. */
async function recover(core: SessionCore): Promise<void> {
  const { state, deps } = core
  const url = [...state.members.values()][0]?.claims.url
  if (state.ended || url === undefined) return
  try {
    await ensureDocument(core, { url })
    for (const member of state.members.values()) if (!member.ready) await readmit(core, member)
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'A document could not be recovered')
    const code = cause instanceof DocumentServerError ? cause.code : 'INTERNAL'
    for (const member of state.members.values())
      member.connection?.send(describeError(code, member.claims.lang))
  }
}

async function readmit(core: SessionCore, member: Member): Promise<void> {
  await attachView(core, member)
  // Refused and waiting inputs of before are in the journal, or come again.
  member.appliedSeq = member.receivedSeq
  sendOpened(core.state, member)
}
