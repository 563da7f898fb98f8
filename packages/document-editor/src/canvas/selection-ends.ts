import type { TwipRect } from '@lectern/shared'
import type { DocumentState } from '../session/document-state'
import type { Point } from './geometry'

type SelectionState = Pick<DocumentState, 'documentType' | 'selection' | 'cell' | 'cellSelection' | 'context'>

/** One end of what is selected, in twips. */
export interface SelectionEnd {
  /** Where its mark hangs. */
  mark: Point
  /** A place in it, for the mouse: from here a drag selects up to the other end. */
  inside: Point
}

/** Inside of a cell or a line, clear of its edges. */
const inset = 30

/** Gives both ends of the selected text or cells; undefined when nothing is selected. */
export function selectionEnds(state: SelectionState): { start: SelectionEnd; end: SelectionEnd } | undefined {
  if (state.documentType === 'cell' && state.context !== 'cellEdit') {
    const cells = state.cellSelection ?? state.cell
    return cells ? endsOfCells(cells) : undefined
  }
  const [first] = state.selection
  const last = state.selection.at(-1)
  if (!first || !last) return undefined
  return {
    start: {
      mark: { x: first.x, y: first.y + first.height },
      inside: { x: first.x, y: first.y + first.height / 2 },
    },
    end: {
      mark: { x: last.x + last.width, y: last.y + last.height },
      inside: { x: last.x + last.width, y: last.y + last.height / 2 },
    },
  }
}

function endsOfCells({ x, y, width, height }: TwipRect) {
  return {
    start: { mark: { x, y }, inside: { x: x + inset, y: y + inset } },
    end: {
      mark: { x: x + width, y: y + height },
      inside: { x: x + width - inset, y: y + height - inset },
    },
  }
}
