import IconColumnDelete from '~icons/lucide/table-columns-split'
import IconColumnLeft from '~icons/lucide/between-vertical-start'
import IconColumnRight from '~icons/lucide/between-vertical-end'
import IconMerge from '~icons/lucide/table-cells-merge'
import IconRowAbove from '~icons/lucide/between-horizontal-start'
import IconRowBelow from '~icons/lucide/between-horizontal-end'
import IconRowDelete from '~icons/lucide/table-rows-split'
import IconSplit from '~icons/lucide/table-cells-split'
import IconTrash from '~icons/lucide/trash-2'
import { commandTool as command } from './tool'

/** Rows and columns of tables and sheets. */
export const tableTools = {
  rowAbove: command('InsertRowsBefore', 'tool.rowAbove', IconRowAbove),
  rowBelow: command('InsertRowsAfter', 'tool.rowBelow', IconRowBelow),
  columnLeft: command('InsertColumnsBefore', 'tool.columnLeft', IconColumnLeft),
  columnRight: command('InsertColumnsAfter', 'tool.columnRight', IconColumnRight),
  deleteRow: command('DeleteRows', 'toolbar.deleteRow', IconRowDelete),
  deleteColumn: command('DeleteColumns', 'toolbar.deleteColumn', IconColumnDelete),
  deleteTable: command('DeleteTable', 'tool.deleteTable', IconTrash),
  mergeCells: command('MergeCells', 'tool.mergeCells', IconMerge),
  splitCell: command('SplitCell', 'tool.splitCell', IconSplit, { args: { Amount: 2, Horizontal: false } }),
}
