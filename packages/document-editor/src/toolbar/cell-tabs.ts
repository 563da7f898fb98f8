import IconColumns from '~icons/lucide/between-vertical-start'
import IconRows from '~icons/lucide/between-horizontal-start'
import IconVertical from '~icons/lucide/align-vertical-justify-center'
import IconConditional from '~icons/lucide/swatch-book'
import IconPaste from '~icons/lucide/clipboard-list'
import { bordersMenu } from './borders-menu'
import type { ToolbarItem, ToolbarTab } from './items'

const pasteSpecial: ToolbarItem = {
  kind: 'menu',
  label: 'paste.label',
  icon: IconPaste,
  tools: ['pasteValues', 'pasteFormulas', 'pasteFormats', 'pasteTransposed'],
}
const conditional: ToolbarItem = {
  kind: 'menu',
  label: 'conditional.label',
  icon: IconConditional,
  tools: ['colorScale', 'dataBar', '-', 'clearCellFormat'],
}

/** Tools of spreadsheets. */
export const cellTabs: readonly ToolbarTab[] = [
  {
    name: 'home',
    named: false,
    groups: [
      ['save', 'undo', 'redo', pasteSpecial],
      [{ kind: 'font' }, { kind: 'size' }],
      [
        'bold',
        'italic',
        'underline',
        'strikeout',
        { kind: 'color', command: 'Color', label: 'toolbar.color' },
        { kind: 'color', command: 'BackgroundColor', label: 'toolbar.fill' },
        bordersMenu,
      ],
      [
        'cellLeft',
        'cellCenter',
        'cellRight',
        {
          kind: 'menu',
          label: 'tool.alignVertical',
          icon: IconVertical,
          tools: ['cellTop', 'cellMiddle', 'cellBottom'],
        },
        'wrap',
        'merge',
      ],
      [{ kind: 'numberFormat' }, 'decimalsFewer', 'decimalsMore', conditional],
      ['sum', 'find'],
    ],
  },
  {
    name: 'insert',
    named: true,
    groups: [['chart', 'image', 'portalImage', 'link'], ['comment'], [{ kind: 'symbol' }]],
  },
  {
    name: 'layout',
    named: true,
    groups: [
      [
        {
          kind: 'menu',
          label: 'tool.rows',
          icon: IconRows,
          tools: ['rowAbove', 'rowBelow', 'deleteRow', '-', 'hideRow', 'showRow', 'autoFitRow'],
        },
        {
          kind: 'menu',
          label: 'tool.sheetColumns',
          icon: IconColumns,
          tools: [
            'columnLeft',
            'columnRight',
            'deleteColumn',
            '-',
            'hideColumn',
            'showColumn',
            'autoFitColumn',
          ],
        },
      ],
      ['freeze'],
    ],
  },
  {
    name: 'data',
    named: true,
    groups: [
      ['sortAscending', 'sortDescending', 'filter'],
      ['fillDown', 'fillRight', 'clearContents'],
      ['importCsv'],
    ],
  },
  { name: 'review', named: true, groups: [['comment', 'comments']] },
  { name: 'view', named: true, groups: [['find'], ['zoom100'], ['print', 'history']] },
]
