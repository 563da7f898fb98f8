import { distanceBetween, type Point } from '../canvas/geometry'

/** A finger that rests so long means more than a tap. */
const longMs = 500
/** A finger never lies quite still. */
const slackPixels = 10

/** Hears of one finger that stays where it is. */
export function createLongPress(onLong: (point: Point) => void) {
  let start: Point | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLong = false

  function stop() {
    clearTimeout(timer)
    start = undefined
  }

  return {
    /** Fingers came: only a single one can rest. */
    begin([point, ...others]: Point[]) {
      stop()
      wasLong = false
      if (!point || others.length > 0) return
      start = point
      timer = setTimeout(() => {
        start = undefined
        wasLong = true
        onLong(point)
      }, longMs)
    },
    move([point]: Point[]) {
      if (start && point && distanceBetween(point, start) > slackPixels) stop()
    },
    /** Gives true when the finger had rested: then the browser must not make a click of it. */
    end(): boolean {
      stop()
      return wasLong
    },
    stop,
  }
}
