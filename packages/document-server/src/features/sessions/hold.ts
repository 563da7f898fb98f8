import type { SessionState } from './session-state.js'

/** Inputs that wait, because the state before them is about to be kept. */
export interface Hold {
  readonly waiting: (() => void)[]
  readonly over: Promise<void>
}

/** Lets inputs wait while `work` runs, some milliseconds, and then go on in their order. */
export async function holdInputs<Result>(state: SessionState, work: () => Promise<Result>): Promise<Result> {
  const waiting: (() => void)[] = []
  let release: () => void = () => undefined
  state.held = { waiting, over: new Promise((resolve) => (release = resolve)) }
  try {
    return await work()
  } finally {
    state.held = undefined
    for (const give of waiting) give()
    release()
  }
}
