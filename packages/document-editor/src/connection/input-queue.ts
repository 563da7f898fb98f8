import type { InputMessage } from '@lectern/shared'

type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never

/** An input that has no number yet. */
export type InputDraft = WithoutSeq<InputMessage>

/**
 * Numbers inputs without gaps, as the server demands, and keeps each one until the server has it on disk, so that a lost
 * connection loses nothing. An input that the server refused counts as applied.
 */
export function createInputQueue() {
  let nextSeq = 1
  let appliedSeq = 0
  let owner: string | undefined
  let pending: InputMessage[] = []

  return {
    /** Number of the last input that the server confirmed as applied. */
    get appliedSeq() {
      return appliedSeq
    },
    /** True while an input is on its way or not yet on the server's disk. */
    get isEmpty() {
      return pending.length === 0
    },
    push(draft: InputDraft): InputMessage {
      const message: InputMessage = { ...draft, seq: nextSeq }
      nextSeq += 1
      pending.push(message)
      return message
    },
    /** Tells whether an input of a type was given that the document server has not applied yet. */
    isUnderWay: (type: InputMessage['type']) =>
      pending.some((message) => message.type === type && message.seq > appliedSeq),
    acknowledge(seq: number, durableSeq: number) {
      appliedSeq = Math.max(appliedSeq, seq)
      pending = pending.filter((message) => message.seq > durableSeq)
    },
    /** What must be sent (again) once the server named the participant and its last applied input. */
    reopen(participantId: string, lastSeq: number): InputMessage[] {
      // A server that closed the former participant kept all that was applied: only what it never confirmed is new
      // to the participant that we are now.
      const doneSeq = owner !== undefined && owner !== participantId ? appliedSeq : lastSeq
      // Numbered anew, so that there is no gap either behind a server whose disk lost what it had confirmed.
      pending = pending
        .filter((message) => message.seq > doneSeq)
        .map((message, index) => ({ ...message, seq: lastSeq + 1 + index }))
      nextSeq = lastSeq + 1 + pending.length
      owner = participantId
      appliedSeq = lastSeq
      return pending
    },
    /** The document was saved with the inputs up to `lastSeq` in it: only those behind are still to be sent. */
    keepBehind(lastSeq: number) {
      appliedSeq = Math.max(appliedSeq, lastSeq)
      pending = pending.filter((message) => message.seq > appliedSeq)
    },
    /** Forgets everything, as another state of the document is opened; gives what was not sent. */
    clear(): InputMessage[] {
      const unsent = pending
      pending = []
      nextSeq = 1
      appliedSeq = 0
      owner = undefined
      return unsent
    },
  }
}
