import type { SessionState } from './session-state.js'

/**
 * Finds the input that kills the engine. Only one that was under way at several losses is to blame: engines also die of
 * other things, and then everything has to be applied again.
 */
export interface Blame {
  /** The engine is given an input. */
  begin: (input: string) => void
  end: (input: string, now: number) => void
  /** The engine was lost. */
  lose: (now: number) => void
  isGuilty: (input: string) => boolean
  /** All inputs until now are in a kept state. */
  forget: () => void
}

const lossesUntilGuilty = 3
/** What an input leads to, such as painting, can kill the engine a little later. */
const suspiciousMs = 2_000

/** Creates the finder of one session. */
export function createBlame(): Blame {
  const underWay = new Set<string>()
  const losses = new Map<string, number>()
  const guilty = new Set<string>()
  let last: { input: string; at: number } | undefined

  return {
    begin: (input) => underWay.add(input),
    end: (input, now) => {
      underWay.delete(input)
      last = { input, at: now }
    },
    lose: (now) => {
      const [first] = underWay
      const suspect = first ?? (last && now - last.at < suspiciousMs ? last.input : undefined)
      underWay.clear()
      last = undefined
      if (suspect === undefined) return
      const count = (losses.get(suspect) ?? 0) + 1
      losses.set(suspect, count)
      if (guilty.size > 0 || count >= lossesUntilGuilty) guilty.add(suspect)
    },
    isGuilty: (input) => guilty.has(input),
    forget: () => {
      losses.clear()
      guilty.clear()
    },
  }
}

/** Names an input for the whole session. */
export function inputName(participantId: string, seq: number): string {
  return `${participantId} ${seq}`
}

/** Notes in the session's state that its engine is gone. */
export function loseEngine(state: SessionState, now: number): void {
  state.blame.lose(now)
  state.document = undefined
  state.epoch += 1
  for (const member of state.away.values()) member.cancelGrace?.()
  state.away.clear()
  for (const member of state.members.values()) {
    member.view = undefined
    member.ready = false
    member.inFlight = 0
  }
}
