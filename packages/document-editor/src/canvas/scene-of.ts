import type { TwipRect } from '@lectern/shared'
import type { DocumentState } from '../session/document-state'
import type { CanvasTheme, OtherMark, Scene } from './scene'

/** The white areas of the document: its pages, or the slide; a sheet has none. */
export function pagesOf(state: DocumentState): TwipRect[] {
  if (state.documentType === 'cell') return []
  if (state.pages.length > 0 && state.documentType === 'word') return state.pages
  return [{ x: 0, y: 0, width: state.width, height: state.height }]
}

/** What is drawn for a state. */
export function sceneOf(state: DocumentState, theme: CanvasTheme): Scene {
  return {
    documentType: state.documentType,
    pages: pagesOf(state),
    selection: state.selection,
    cell: state.cell,
    cellSelection: state.cellSelection,
    graphic: state.graphic,
    others: othersOf(state),
    columns: state.columns,
    rows: state.rows,
    theme,
  }
}

function othersOf(state: DocumentState): OtherMark[] {
  return state.participants
    .filter((participant) => participant.id !== state.participantId)
    .map((participant) => {
      const cursor = state.otherCursors.get(participant.id)
      const selection = state.otherSelections.get(participant.id)
      const isHere = (part: number) => state.documentType === 'word' || part === state.part
      return {
        color: participant.color,
        cell: cursor?.cell && isHere(cursor.part) ? cursor.rect : null,
        rects: selection && isHere(selection.part) ? selection.rects : [],
      }
    })
}
