import { distanceBetween, type Point } from '../canvas/geometry'

interface PinchOptions {
  zoom: () => number
  /** Zooms while the place under `anchor` stays where it is. */
  zoomTo: (value: number, anchor: Point) => void
}

/** Follows two fingers: the document grows as they part, around the place between them. */
export function createPinch({ zoom, zoomTo }: PinchOptions) {
  let start: { distance: number; zoom: number } | undefined

  return {
    /** Fingers came or went; other numbers than two are no pinch. */
    begin([first, second, ...others]: Point[]) {
      const isPinch = first && second && others.length === 0
      const distance = isPinch ? distanceBetween(first, second) : 0
      start = distance > 0 ? { distance, zoom: zoom() } : undefined
    },
    /** Gives true while fingers pinch: then the browser has nothing to do with them. */
    move([first, second]: Point[]): boolean {
      if (!start || !first || !second) return false
      const anchor = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 }
      zoomTo((start.zoom * distanceBetween(first, second)) / start.distance, anchor)
      return true
    },
  }
}
