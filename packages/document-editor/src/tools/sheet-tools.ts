import IconAlignBottom from '~icons/lucide/align-vertical-justify-end'
import IconAlignCenter from '~icons/lucide/align-center'
import IconAlignLeft from '~icons/lucide/align-left'
import IconAlignMiddle from '~icons/lucide/align-vertical-justify-center'
import IconAlignRight from '~icons/lucide/align-right'
import IconAlignTop from '~icons/lucide/align-vertical-justify-start'
import IconAscending from '~icons/lucide/arrow-down-a-z'
import IconBorders from '~icons/lucide/grid-2x2'
import IconBorderNone from '~icons/lucide/square-dashed'
import IconBorderBottom from '~icons/lucide/square-dashed-bottom'
import IconBorderOutside from '~icons/lucide/square'
import IconBorderRows from '~icons/lucide/rows-3'
import IconChart from '~icons/lucide/chart-column'
import IconClear from '~icons/lucide/eraser'
import IconDecimalsFewer from '~icons/lucide/decimals-arrow-left'
import IconDecimalsMore from '~icons/lucide/decimals-arrow-right'
import IconDescending from '~icons/lucide/arrow-up-z-a'
import IconFill from '~icons/lucide/arrow-down-to-line'
import IconFillRight from '~icons/lucide/arrow-right-to-line'
import IconFilter from '~icons/lucide/funnel'
import IconFitColumn from '~icons/lucide/stretch-horizontal'
import IconFitRow from '~icons/lucide/stretch-vertical'
import IconFreeze from '~icons/lucide/pin'
import IconHide from '~icons/lucide/eye-off'
import IconMerge from '~icons/lucide/table-cells-merge'
import IconShow from '~icons/lucide/eye'
import IconSum from '~icons/lucide/sigma'
import IconWrap from '~icons/lucide/wrap-text'
import type { DocumentState } from '../session/document-state'
import { commandTool as command } from './tool'

const toggle = (name: string, label: string, icon: typeof IconWrap) =>
  command(name, label, icon, { toggle: true })
const border = (Borders: string, label: string, icon: typeof IconWrap) =>
  command('SetBorderStyle', label, icon, { args: { Borders, Color: 0 } })

/** What only spreadsheets have. */
export const sheetTools = {
  cellLeft: toggle('AlignLeft', 'toolbar.alignLeft', IconAlignLeft),
  cellCenter: toggle('AlignHorizontalCenter', 'toolbar.alignCenter', IconAlignCenter),
  cellRight: toggle('AlignRight', 'toolbar.alignRight', IconAlignRight),
  cellTop: toggle('AlignTop', 'tool.alignTop', IconAlignTop),
  cellMiddle: toggle('AlignVCenter', 'tool.alignMiddle', IconAlignMiddle),
  cellBottom: toggle('AlignBottom', 'tool.alignBottom', IconAlignBottom),
  wrap: toggle('WrapText', 'toolbar.wrap', IconWrap),
  merge: toggle('ToggleMergeCells', 'toolbar.merge', IconMerge),
  decimalsFewer: command('NumberFormatDecDecimals', 'toolbar.decimalsFewer', IconDecimalsFewer),
  decimalsMore: command('NumberFormatIncDecimals', 'toolbar.decimalsMore', IconDecimalsMore),
  bordersAll: border('all', 'tool.bordersAll', IconBorders),
  bordersOutside: border('outside', 'tool.bordersOutside', IconBorderOutside),
  bordersBottom: border('bottom', 'tool.bordersBottom', IconBorderBottom),
  bordersTop: border('top', 'tool.bordersTop', IconBorderBottom),
  bordersHorizontal: border('horizontal', 'tool.bordersHorizontal', IconBorderRows),
  bordersNone: border('none', 'tool.bordersNone', IconBorderNone),
  sortAscending: command('SortAscending', 'tool.sortAscending', IconAscending),
  sortDescending: command('SortDescending', 'tool.sortDescending', IconDescending),
  filter: {
    ...toggle('DataFilterAutoFilter', 'tool.filter', IconFilter),
    isOff: ({ commands, permissions }: DocumentState) =>
      permissions.modifyFilter === false || commands.get('DataFilterAutoFilter') === 'disabled',
  },
  freeze: toggle('FreezePanes', 'tool.freeze', IconFreeze),
  fillDown: command('FillDown', 'tool.fillDown', IconFill, { shortcut: 'Ctrl+D' }),
  fillRight: command('FillRight', 'tool.fillRight', IconFillRight),
  sum: command('AutoSum', 'tool.sum', IconSum),
  chart: command('InsertObjectChart', 'tool.chart', IconChart),
  hideRow: command('HideRow', 'tool.hideRow', IconHide),
  showRow: command('ShowRow', 'tool.showRow', IconShow),
  hideColumn: command('HideColumn', 'tool.hideColumn', IconHide),
  showColumn: command('ShowColumn', 'tool.showColumn', IconShow),
  autoFitColumn: command('SetOptimalColumnWidthDirect', 'tool.autoFitColumn', IconFitColumn),
  autoFitRow: command('SetOptimalRowHeight', 'tool.autoFitRow', IconFitRow, { args: { aExtraHeight: 0 } }),
  clearContents: command('ClearContents', 'tool.clearContents', IconClear, { shortcut: 'Delete' }),
}
