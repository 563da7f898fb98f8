import IconBars from '~icons/lucide/chart-bar-decreasing'
import IconClear from '~icons/lucide/remove-formatting'
import IconCsv from '~icons/lucide/file-input'
import IconFormats from '~icons/lucide/paintbrush'
import IconFormulas from '~icons/lucide/square-function'
import IconScale from '~icons/lucide/palette'
import IconTranspose from '~icons/lucide/flip-vertical-2'
import IconValues from '~icons/lucide/hash'
import { pickFile } from '../ui/pick-file'
import { commandTool as command, pageTool } from './tool'

/** Pastes a part of what was copied here: the engine has all of it, and other programs' clips have no such parts. */
const pasteSpecial = (label: string, icon: typeof IconClear, Flags: string, Transpose = false) =>
  pageTool(
    label,
    icon,
    ({ session }) => {
      const plain = { FormulaCommand: 0, SkipEmptyCells: false, AsLink: false, MoveMode: 4 }
      session.command('InsertContents', { ...plain, Flags, Transpose })
    },
    { isOff: (state) => state.ownCopy === null },
  )

/** What fills cells in other ways than typing, and how they look by their values. */
export const cellContentTools = {
  pasteValues: pasteSpecial('paste.values', IconValues, 'SVD'),
  pasteFormulas: pasteSpecial('paste.formulas', IconFormulas, 'SVDF'),
  pasteFormats: pasteSpecial('paste.formats', IconFormats, 'T'),
  pasteTransposed: pasteSpecial('paste.transposed', IconTranspose, 'SVDFT', true),
  colorScale: command('ColorScale', 'conditional.colorScale', IconScale),
  dataBar: command('DataBar', 'conditional.dataBar', IconBars),
  clearCellFormat: command('ResetAttributes', 'conditional.clear', IconClear),
  importCsv: pageTool('csv.tool', IconCsv, ({ ui, focus }) => {
    void pickFile('.csv,.tsv,.txt,text/csv').then(async (file) => {
      if (file) ui.csv.value = new Uint8Array(await file.arrayBuffer())
      else focus()
    })
  }),
}
