import type { CursorPlace, EditorRole } from '@lectern/shared'
import type { JournalEntry } from '../documents/index.js'
import type { EngineDocument, Viewport } from '../engine/index.js'
import { EngineError } from '../engine/index.js'
import { inputName } from './blame.js'
import { noteChange } from './changes.js'
import { absentClaims } from './claims.js'
import { giveToView } from './inputs.js'
import { changedAt, seqOf } from './journaling.js'
import { createMember, openView } from './members.js'
import { openPlace } from './passwords.js'
import type { Member, SessionCore, SessionState } from './session-state.js'

/** So many inputs are given to the engine before the answers are waited for. */
const batchSize = 16

/**
 * Applies to a document what the journal holds since the kept state, in the order in which it happened, each
 * participant's by a view of its own. Gives whether anything may have changed. Throws when the engine is lost.
 */
export async function replayJournal(core: SessionCore, document: EngineDocument): Promise<boolean> {
  const { state } = core
  const entries = await state.journal.read(state.record.journal)
  const people = createPeople(core, document, new Set(entries.map((entry) => entry.participantId)))
  await people.seatKept()
  let changed = false
  let pending: Promise<void>[] = []
  for (const entry of entries) {
    const member = await people.find(entry)
    // Something is missing, so nothing behind it fits; the pages send it again.
    if (!member || !isNext(member, entry)) break
    if (entry.type === 'leave') await people.leave(member)
    if (entry.type === 'viewport') {
      member.viewport = entry.viewport
      member.view?.setViewport(entry.viewport)
    }
    changed = noteReplayed(core, member, entry) || changed
    if (entry.type === 'input') pending.push(apply(core, member, entry.input))
    if (pending.length < batchSize && entry.type === 'input') continue
    await Promise.all(pending)
    pending = []
  }
  await Promise.all(pending)
  await people.dismiss()
  return changed
}

function isNext(member: Member, entry: JournalEntry): boolean {
  const seq = seqOf(entry)
  return seq === undefined || seq === member.receivedSeq + 1
}

/** Counts an entry as received and kept; gives whether it may have changed the document. */
function noteReplayed({ state }: SessionCore, member: Member, entry: JournalEntry): boolean {
  const seq = seqOf(entry)
  if (seq !== undefined) {
    member.receivedSeq = seq
    member.appliedSeq = seq
    member.durableSeq = Math.max(member.durableSeq, seq)
  }
  const at = changedAt(entry)
  if (at === undefined) return false
  member.changedSeq = member.receivedSeq
  state.sawInput = true
  // After a restart of the server the record is as old as the kept state.
  if (at > (state.record.lastChangeAt ?? 0)) noteChange(state.record, member.claims, at)
  return true
}

async function apply(
  core: SessionCore,
  member: Member,
  input: Parameters<typeof giveToView>[2],
): Promise<void> {
  const { blame, skipped } = core.state
  const name = inputName(member.id, input.seq)
  if (blame.isGuilty(name)) {
    skipped.add(member.id)
    return
  }
  blame.begin(name)
  try {
    await giveToView(core, member, input)
  } catch (cause) {
    // What the engine refused at first it refuses now; its end ends the replay.
    if (cause instanceof EngineError && cause.code === 'LOST') throw cause
  }
  blame.end(name, core.deps.clock.now())
}

/** The participants of a replay: those who are here, and the ones who left after the kept state. */
function createPeople(core: SessionCore, document: EngineDocument, named: Set<string>) {
  const { state } = core
  const ghosts = new Map<string, Member>()
  const viewports = new Map<Member, Viewport>()

  async function seat(id: string, who: Who, place?: CursorPlace, past?: Viewport): Promise<Member> {
    const here = state.members.get(id)
    const member = here ?? createMember(state, absentClaims(state.record, who), { id, seq: who.seq })
    if (!here) ghosts.set(id, member)
    member.receivedSeq = who.seq
    member.appliedSeq = who.seq
    // Clicks of before need the view of before.
    if (here?.viewport) viewports.set(here, here.viewport)
    if (past) member.viewport = past
    await openView(core, document, member, place)
    return member
  }

  return {
    /** Gives everybody of the kept state a view with the cursor where it was. */
    seatKept: async () => {
      for (const [id, kept] of Object.entries(state.record.snapshot?.participants ?? {}))
        if (named.has(id) || state.members.has(id))
          await seat(
            id,
            { ...kept, seq: kept.lastSeq },
            openPlace(state, core.deps.seal, kept),
            kept.viewport,
          )
    },
    find: async (entry: JournalEntry): Promise<Member | undefined> => {
      const { participantId: id } = entry
      const member = ghosts.get(id) ?? state.members.get(id)
      if (member?.view || entry.type !== 'join') return member?.view ? member : undefined
      return seat(id, entry, entry.place)
    },
    leave: async (member: Member) => {
      const { view } = member
      member.view = undefined
      await view?.close()
    },
    /** Takes away the views of those who are not here, and lets the others look where they look now. */
    dismiss: async () => {
      for (const [member, viewport] of viewports) {
        member.viewport = viewport
        member.view?.setViewport(viewport)
      }
      for (const { id, claims, receivedSeq, view } of ghosts.values()) {
        state.departed.set(id, { userId: claims.userId, seq: receivedSeq })
        await view?.close()
      }
    },
  }
}

interface Who {
  userId: string
  name: string
  groups: string[]
  role: EditorRole
  seq: number
}

/**
 * Notes what the journal of an earlier run says, without an engine: how far each participant came, and that there are
 * changes which have to be saved.
 */
export async function takeStock({ state }: SessionCore): Promise<void> {
  const { record, departed } = state
  const people = new Map<string, { userId: string; name: string; seq: number }>()
  for (const [id, kept] of Object.entries(record.snapshot?.participants ?? {}))
    people.set(id, { userId: kept.userId, name: kept.name, seq: kept.lastSeq })
  for (const entry of await state.journal.read(record.journal)) {
    const { participantId: id } = entry
    if (entry.type === 'join') people.set(id, { userId: entry.userId, name: entry.name, seq: entry.seq })
    const person = people.get(id)
    if (!person) continue
    person.seq = seqOf(entry) ?? person.seq
    const at = changedAt(entry)
    if (at !== undefined && at > (record.lastChangeAt ?? 0))
      noteChange(record, { userId: person.userId, userName: person.name }, at)
  }
  for (const [id, { userId, seq }] of people) departed.set(id, { userId, seq })
}

/** Tells whether the journal holds changes that the kept state does not. */
export async function hasUnkeptChanges({ journal, record }: SessionState): Promise<boolean> {
  const entries = await journal.read(record.journal)
  return entries.some((entry) => changedAt(entry) !== undefined)
}
