import type { Refusal } from './refusals.js'
import type { Member } from './session-state.js'

/** An input was not given to the engine after a look at the document. */
export class NotGiven extends Error {
  override readonly name = 'NotGiven'

  constructor(readonly refusal: Refusal) {
    super(`The input was not given: ${refusal}.`)
  }
}

const lastTasks = new WeakMap<Member, Promise<void>>()

/** Runs what gives an input of a participant after the input before it, when either has to look at the document first. */
export function inTurn(member: Member, task: () => Promise<void>): Promise<void> {
  const before = lastTasks.get(member) ?? Promise.resolve()
  const next = before.catch(() => undefined).then(task)
  lastTasks.set(member, next)
  return next
}
