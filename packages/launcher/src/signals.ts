/** npm passes a Ctrl-C on although the terminal has sent it already, so an echo is no impatient second press. */
const ECHO_MS = 1_500

export interface StopHandlers {
  stop: () => void
  kill: () => void
  now?: () => number
}

/** Turns repeated stop signals into one clean stop; a later, deliberate one ends everything at once. */
export function createStopSignals({ stop, kill, now = Date.now }: StopHandlers) {
  let firstAt: number | undefined
  return Object.assign(
    () => {
      if (firstAt === undefined) {
        firstAt = now()
        stop()
      } else if (now() - firstAt > ECHO_MS) kill()
    },
    { called: () => firstAt !== undefined },
  )
}
