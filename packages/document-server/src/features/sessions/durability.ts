import type { Clock } from '../../lib/clock.js'
import type { Member } from './session-state.js'

/** While somebody types, every few keys are kept; the page hears "all is kept" in a pause only. */
const quietMs = 400

/** Tells a page that there is something new which is not on disk. */
export function tellModified(member: Member): void {
  member.cancelQuiet?.()
  member.cancelQuiet = undefined
  if (member.saysModified || !member.ready || member.changedSeq <= member.durableSeq) return
  member.saysModified = true
  member.connection?.send({ type: 'modified', value: true })
}

/** Tells a page up to which of its inputs all is on disk. */
export function tellDurable(member: Member, seq: number, clock: Clock): void {
  if (seq <= member.durableSeq) return
  member.durableSeq = seq
  member.connection?.send({ type: 'ack', seq: member.appliedSeq, durableSeq: seq })
  if (!member.saysModified || member.changedSeq > seq) return
  member.cancelQuiet?.()
  member.cancelQuiet = clock.after(quietMs, () => {
    member.cancelQuiet = undefined
    member.saysModified = false
    member.connection?.send({ type: 'modified', value: false })
  })
}
