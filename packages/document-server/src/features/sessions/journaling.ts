import type { CursorPlace, InputMessage } from '@lectern/shared'
import type { JournalEntry } from '../documents/index.js'
import type { Viewport } from '../engine/index.js'
import { tellDurable } from './durability.js'
import { mayChange } from './input-policy.js'
import type { Member, SessionCore, SessionDependencies, SessionState } from './session-state.js'

/** A journal beyond this is replaced by a kept state, also when nobody changed anything. */
const longestJournalBytes = 2_000_000

/** Notes that a participant gets a view; to be called in the moment in which the engine is asked for it. */
export function noteView(state: SessionState, member: Member, place?: CursorPlace): void {
  const { id, claims, receivedSeq: seq, viewport } = member
  if (!claims.canChange) return
  const { userId, userName: name, groups, role } = claims
  const person = { userId, name, groups, role }
  state.journal.append({ type: 'join', participantId: id, ...person, seq, ...(place && { place }) })
  if (viewport) state.journal.append({ type: 'viewport', participantId: id, viewport })
}

/** Notes that a participant's view goes. */
export function noteLeave(state: SessionState, { id, claims }: Member): void {
  if (claims.canChange) state.journal.append({ type: 'leave', participantId: id })
}

/** Notes where a page looks, unless it only scrolled. */
export function noteViewport(state: SessionState, { id, claims, viewport }: Member, next: Viewport): void {
  const sizeOf = ({ part, width, height, tileTwips }: Viewport) => [part, width, height, tileTwips].join()
  if (!claims.canChange || (viewport && sizeOf(viewport) === sizeOf(next))) return
  state.journal.append({ type: 'viewport', participantId: id, viewport: next })
}

/** Notes an input in the moment in which the engine gets it. */
export function noteInput(
  { state, snapshots, deps }: SessionCore,
  { id, claims }: Member,
  input: InputMessage,
) {
  if (!claims.canChange) return
  state.journal.append({ type: 'input', participantId: id, at: deps.clock.now(), input })
  if (state.journal.size() > longestJournalBytes) snapshots.touch()
}

/** Notes a change that the engine told of. */
export function noteChanged({ state, deps }: SessionCore, { id, claims }: Member): void {
  if (claims.canChange) state.journal.append({ type: 'changed', participantId: id, at: deps.clock.now() })
}

/** Notes an input of which only the number counts. */
export function noteRefused(state: SessionState, { id, claims }: Member, seq: number): void {
  if (claims.canChange) state.journal.append({ type: 'refused', participantId: id, seq })
}

/** Tells the pages what is on disk now. */
export function tellKept(state: SessionState, entries: JournalEntry[], { clock }: SessionDependencies): void {
  const seqs = new Map<string, number>()
  for (const entry of entries) {
    const seq = seqOf(entry)
    if (seq !== undefined) seqs.set(entry.participantId, seq)
  }
  for (const [id, seq] of seqs) {
    const member = state.members.get(id)
    if (member) tellDurable(member, seq, clock)
  }
}

/** Gives when an entry may have changed the document, or undefined when it did not. */
export function changedAt(entry: JournalEntry): number | undefined {
  if (entry.type === 'changed') return entry.at
  return entry.type === 'input' && mayChange(entry.input) ? entry.at : undefined
}

/** Gives the number of the input that an entry holds, if it holds one. */
export function seqOf(entry: JournalEntry): number | undefined {
  if (entry.type === 'input') return entry.input.seq
  return entry.type === 'refused' ? entry.seq : undefined
}
