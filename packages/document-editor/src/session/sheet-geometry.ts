import type { ServerMessage } from '@lectern/shared'
import type { DocumentState } from './document-state'

/** Messages after which columns or rows may have other sizes. */
const causes = new Set<ServerMessage['type']>(['opened', 'parts', 'size', 'cellCursor'])

/** Keeps the sizes of columns and rows current: asks again, at most every `pauseMs`, after what may change them. */
export function createSheetGeometry(
  state: Pick<DocumentState, 'documentType' | 'part' | 'columns'>,
  request: (part: number) => void,
  pauseMs = 250,
) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask() {
    timer = undefined
    request(state.part)
  }

  return {
    hear(message: ServerMessage) {
      if (state.documentType !== 'cell' || !causes.has(message.type) || timer) return
      timer = setTimeout(ask, state.columns.length === 0 ? 0 : pauseMs)
    },
  }
}
