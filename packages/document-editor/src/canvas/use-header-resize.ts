import { shallowReadonly, shallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'
import type { Point } from './geometry'
import { columnName } from './size-runs'
import { headerEdge, resizeCommand, type HeaderEdge } from './resize-header'
import type { View } from './view'

/** Dragging the borders of a sheet's headers; a double click fits the size to what is inside. */
export function useHeaderResize(session: EditorSession, currentView: () => View | undefined) {
  const edge = shallowRef<HeaderEdge>()
  /** Place of the border while it is dragged, in CSS pixels of the canvas. */
  const guide = shallowRef<{ kind: HeaderEdge['kind']; at: number }>()
  let startedAt: Point | undefined

  function distance(point: Point): number {
    const { kind } = edge.value ?? {}
    if (!startedAt) return 0
    return kind === 'column' ? point.x - startedAt.x : point.y - startedAt.y
  }

  function fit({ kind, line }: HeaderEdge) {
    const name = kind === 'column' ? columnName(line.index) : String(line.index + 1)
    session.command('GoToCell', { ToPoint: `${name}:${name}` })
    if (kind === 'column') session.command('SetOptimalColumnWidthDirect')
    else session.command('SetOptimalRowHeight', { aExtraHeight: 0 })
  }

  return {
    edge: shallowReadonly(edge),
    guide: shallowReadonly(guide),
    /** Takes a press of the button when it is on a border. */
    down(point: Point, clicks: number): boolean {
      const view = currentView()
      edge.value = view && headerEdge(session.state, view, point)
      if (!edge.value) return false
      if (clicks === 2) fit(edge.value)
      else startedAt = point
      return true
    },
    move(point: Point) {
      const view = currentView()
      if (!startedAt) {
        const next = view && headerEdge(session.state, view, point)
        if (next?.line.index !== edge.value?.line.index || next?.kind !== edge.value?.kind) edge.value = next
        return
      }
      if (edge.value) {
        const { kind } = edge.value
        guide.value = { kind, at: kind === 'column' ? point.x : point.y }
      }
    },
    up(point: Point) {
      const view = currentView()
      if (startedAt && edge.value && view && Math.abs(distance(point)) > 1) {
        const { name, args } = resizeCommand(edge.value, edge.value.line.size + distance(point) / view.scale)
        session.command(name, args)
      }
      startedAt = undefined
      guide.value = undefined
    },
  }
}
