import type { TwipRect } from '@lectern/shared'
import { shallowReadonly, shallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'
import { fillTarget, isOnFillHandle } from './fill-handle'
import type { Point } from './geometry'
import type { View } from './view'

/** Dragging the small square at the corner of the selected cells, which continues their series. */
export function useFillHandle({ state, command }: EditorSession, currentView: () => View | undefined) {
  const isNear = shallowRef(false)
  /** The cells with what is added to them, while the square is dragged. */
  const area = shallowRef<TwipRect>()
  let isDragging = false

  function targetAt(point: Point) {
    const view = currentView()
    return view && fillTarget(state, view, point)
  }

  return {
    isNear: shallowReadonly(isNear),
    area: shallowReadonly(area),
    /** Takes a press of the button when it is on the square. */
    down(point: Point): boolean {
      const view = currentView()
      isDragging = view !== undefined && isOnFillHandle(state, view, point)
      return isDragging
    },
    move(point: Point) {
      const view = currentView()
      isNear.value = isDragging || (view !== undefined && isOnFillHandle(state, view, point))
      if (isDragging) area.value = targetAt(point)?.area
    },
    up(point: Point) {
      const target = isDragging ? targetAt(point) : undefined
      isDragging = false
      area.value = undefined
      if (target) command('AutoFill', { EndCell: target.endCell })
    },
  }
}
