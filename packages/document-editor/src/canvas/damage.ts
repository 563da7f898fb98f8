import { tilePixels, type TileFrame } from '@lectern/shared'
import type { Scene } from './scene'
import type { View } from './view'

/** A rectangle of the canvas in device pixels. */
export interface PixelBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** Place of the document's corner on the canvas: whole device pixels keep text as sharp as the server painted it. */
export function originOnCanvas(view: View): { left: number; top: number } {
  return {
    left: Math.round((view.originX - view.scrollX) * view.devicePixelRatio),
    top: Math.round((view.originY - view.scrollY) * view.devicePixelRatio),
  }
}

/**
 * Remembers what of the last picture has changed, so that a key costs the pixels of a word and not those of the window.
 * Everything is drawn again when the view or anything but tiles is different.
 */
export function createDamage() {
  let frames: TileFrame[] = []
  let drawn: { view: View; scene: Scene } | undefined

  return {
    add(frame: TileFrame) {
      frames.push(frame)
    },
    /** The changed part of the canvas, undefined when it is all of it; starts anew. */
    take(view: View, scene: Scene): PixelBox | undefined {
      const changed = frames
      const isSame = drawn && isEqual(drawn.view, view) && isEqual(drawn.scene, scene)
      frames = []
      drawn = { view, scene }
      return isSame ? boxAround(changed, view) : undefined
    },
    /** The next picture is drawn from nothing. */
    forget() {
      frames = []
      drawn = undefined
    },
  }
}

/** True when all properties are the same, looking into lists and plain objects. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) =>
    isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

/** Around all frames that are on screen; an empty box when none is. */
function boxAround(frames: TileFrame[], view: View): PixelBox {
  const origin = originOnCanvas(view)
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const frame of frames) {
    if (frame.part !== view.part || frame.tileTwips !== view.tileTwips) continue
    const x = origin.left + frame.column * tilePixels
    const y = origin.top + frame.row * tilePixels
    // A whole frame may replace a tile of another zoom that was shown until now.
    const { left, top, right, bottom } = frame.whole
      ? { left: 0, top: 0, right: tilePixels, bottom: tilePixels }
      : { left: frame.x, top: frame.y, right: frame.x + frame.width, bottom: frame.y + frame.height }
    box.left = Math.min(box.left, x + left)
    box.top = Math.min(box.top, y + top)
    box.right = Math.max(box.right, x + right)
    box.bottom = Math.max(box.bottom, y + bottom)
  }
  if (box.left >= box.right || box.top >= box.bottom) return { left: 0, top: 0, right: 0, bottom: 0 }
  return box
}
