import type { EditorContext } from '../editor-context'
import { mayComment } from '../session/document-state'
import { tools, type ToolName } from '../tools'
import { menuEntry } from '../tools/tool'
import type { MenuEntry } from './menu-entry'

const clipboard: (ToolName | '-')[] = ['cut', 'copy', 'paste', '-']
const pictureWraps: ToolName[] = ['wrapSquare', 'wrapBetween', 'wrapInFront', 'wrapBehind']
const link: (ToolName | '-')[] = ['openLink', 'editLink', 'removeLink', '-']
const table: (ToolName | '-')[] = [
  'rowAbove',
  'rowBelow',
  'columnLeft',
  'columnRight',
  '-',
  'deleteRow',
  'deleteColumn',
  'mergeCells',
  '-',
]

/** Tools that make sense where the cursor is. */
export function contextTools({ session }: Pick<EditorContext, 'session'>): (ToolName | '-')[] {
  const { state } = session
  if (!state.canEdit) return ['copy', '-', 'find', ...(mayComment(state) ? (['comment'] as const) : [])]
  if (state.role === 'formFiller') return ['paste', '-', 'undo', 'redo']
  if (state.role === 'reviewer') return [...clipboard, 'comment', '-', 'selectAll']
  // Right after a picture is put in, the engine still calls this a text; but then no cursor is in it.
  const isWriting = state.context === 'text' && state.cursorVisible
  const isGraphic = state.graphic !== null && state.context !== 'table' && !isWriting
  if (isGraphic) {
    const order: ToolName[] = state.documentType === 'cell' ? [] : ['bringToFront', 'sendToBack']
    const wrap: (ToolName | '-')[] = state.documentType === 'word' ? [...pictureWraps, '-'] : []
    return [...clipboard, ...wrap, 'altText', 'delete', ...order]
  }
  switch (state.documentType) {
    case 'cell':
      return [
        ...clipboard,
        ...(state.ownCopy ? (['pasteValues', 'pasteFormats', '-'] as const) : []),
        'clearContents',
        '-',
        ...sheetTools,
        'comment',
        'link',
      ]
    case 'slide':
      if (state.context === 'slide')
        return ['paste', '-', 'newSlide', 'duplicateSlide', 'deleteSlide', '-', 'hideSlide', 'showSlide']
      return [...clipboard, ...(state.context === 'table' ? table : []), 'selectAll']
    default:
      return [
        ...clipboard,
        ...(state.link.url === '' ? [] : link),
        ...(state.context === 'table' ? table : []),
        'comment',
        ...(state.link.url === '' ? (['link'] as const) : []),
        '-',
        'selectAll',
      ]
  }
}

const sheetTools: (ToolName | '-')[] = [
  'rowAbove',
  'columnLeft',
  'deleteRow',
  'deleteColumn',
  '-',
  'sortAscending',
  'sortDescending',
  'filter',
  '-',
]

/** Those tools as a menu, without lines that part nothing. */
export function contextEntries(editor: EditorContext): MenuEntry[] {
  const names = contextTools(editor)
  const entries = names.map((name): MenuEntry =>
    name === '-' ? 'separator' : menuEntry(tools[name], editor, editor.translate),
  )
  return entries.filter(
    (entry, index) =>
      entry !== 'separator' ||
      (index > 0 && index < entries.length - 1 && entries[index - 1] !== 'separator'),
  )
}
