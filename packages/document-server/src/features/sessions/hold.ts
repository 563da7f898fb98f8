import type { SessionState } from './session-state.js'

/** Inputs that wait, because the state before them is about to be kept. */
export interface Hold {
  readonly waiting: (() => void)[]
  readonly over: Promise<void>
}

type Holding = Pick<SessionState, 'held'>

/** Lets inputs wait while `work` runs, some milliseconds, and then go on in their order. */
export async function holdInputs<Result>(state: Holding, work: () => Promise<Result>): Promise<Result> {
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

/** Asks the engine when the inputs before are given to it, and before later ones. */
export function askInTurn<Answer>({ held }: Holding, ask: () => Promise<Answer>): Promise<Answer> {
  if (!held) return ask()
  return new Promise((resolve, reject) => {
    held.waiting.push(() => {
      ask().then(resolve, reject)
    })
  })
}
