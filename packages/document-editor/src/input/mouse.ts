import type { InputDraft } from '../connection/input-queue'
import type { Point } from '../canvas/geometry'
import { modifiersOf } from './key-map'

export interface MouseOptions {
  /** Position in the document for a place on screen, in twips; undefined beside the document. */
  locate: (event: MouseEvent) => Point | undefined
  send: (draft: InputDraft) => void
  /** Called while dragging, so that the view can follow beyond its edge. */
  onDrag: (event: MouseEvent) => void
}

/** Turns the browser's mouse events into the engine's; one button at a time, moves only while it is down. */
export function createMouse({ locate, send, onDrag }: MouseOptions) {
  let isDown = false
  let lastMove: MouseEvent | undefined
  let frame = 0

  function emit(kind: 'down' | 'move' | 'up', event: MouseEvent) {
    const point = locate(event)
    if (!point) return false
    const count = Math.min(4, Math.max(1, event.detail || 1))
    send({ type: 'mouse', kind, ...point, count, button: 1, modifiers: modifiersOf(event) })
    return true
  }

  function flushMove() {
    frame = 0
    if (!lastMove || !isDown) return
    emit('move', lastMove)
    onDrag(lastMove)
    lastMove = undefined
  }

  return {
    down(event: MouseEvent) {
      if (event.button !== 0) return
      isDown = emit('down', event)
    },
    move(event: MouseEvent) {
      if (!isDown) return
      lastMove = event
      // The engine has no use for more moves than there are pictures.
      frame ||= requestAnimationFrame(flushMove)
    },
    up(event: MouseEvent) {
      if (!isDown) return
      if (lastMove) flushMove()
      emit('up', event)
      isDown = false
    },
  }
}
