import IconBreak from '~icons/lucide/separator-horizontal'
import IconColumns from '~icons/lucide/columns-2'
import IconForm from '~icons/lucide/form-input'
import IconHeader from '~icons/lucide/panel-top'
import IconFootnote from '~icons/lucide/footprints'
import IconListLevel from '~icons/lucide/list-tree'
import IconMargins from '~icons/lucide/square-dashed'
import IconMore from '~icons/lucide/ellipsis'
import IconOrientation from '~icons/lucide/rectangle-vertical'
import IconPage from '~icons/lucide/file'
import IconSpacing from '~icons/lucide/unfold-vertical'
import IconToc from '~icons/lucide/table-of-contents'
import { bordersMenu } from './borders-menu'
import type { ToolbarItem, ToolbarTab } from './items'

const lineSpacing: ToolbarItem = {
  kind: 'menu',
  label: 'tool.lineSpacing',
  icon: IconSpacing,
  tools: ['spacing1', 'spacing15', 'spacing2', '-', 'paragraphMore', 'paragraphLess'],
}

/** Tools of text documents. */
export const wordTabs: readonly ToolbarTab[] = [
  {
    name: 'home',
    named: false,
    groups: [
      ['save', 'undo', 'redo'],
      [{ kind: 'style' }, { kind: 'font' }, { kind: 'size' }],
      [
        'bold',
        'italic',
        'underline',
        { kind: 'color', command: 'Color', label: 'toolbar.color' },
        { kind: 'color', command: 'CharBackColor', label: 'toolbar.highlight' },
        {
          kind: 'menu',
          label: 'tool.more',
          icon: IconMore,
          tools: ['strikeout', 'superscript', 'subscript', '-', 'clearFormat'],
        },
      ],
      ['alignLeft', 'alignCenter', 'alignRight', 'justify', lineSpacing],
      [
        'bullets',
        'numbering',
        {
          kind: 'menu',
          label: 'toolbar.indent',
          icon: IconListLevel,
          tools: ['indent', 'outdent', '-', 'listLevelDown', 'listLevelUp'],
        },
      ],
      ['find'],
    ],
  },
  {
    name: 'insert',
    named: true,
    groups: [
      [{ kind: 'table' }, 'image', 'portalImage', 'link', 'bookmark', 'comment'],
      [
        {
          kind: 'menu',
          label: 'tool.headerFooter',
          icon: IconHeader,
          tools: ['header', 'footer', '-', 'pageNumber', 'pageCount'],
        },
        {
          kind: 'menu',
          label: 'tool.breaks',
          icon: IconBreak,
          tools: ['pageBreak', 'columnBreak', 'lineBreak'],
        },
      ],
      [
        { kind: 'menu', label: 'tool.footnote', icon: IconFootnote, tools: ['footnote', 'endnote'] },
        { kind: 'menu', label: 'tool.toc', icon: IconToc, tools: ['toc', 'updateToc'] },
        {
          kind: 'menu',
          label: 'form.label',
          icon: IconForm,
          tools: ['fieldText', 'fieldCheckBox', 'fieldList', 'fieldDate'],
        },
        { kind: 'symbol' },
      ],
    ],
  },
  {
    name: 'layout',
    named: true,
    groups: [
      [
        {
          kind: 'menu',
          label: 'tool.pageSize',
          icon: IconPage,
          tools: ['a3', 'a4', 'a5', 'letter', 'legal'],
        },
        {
          kind: 'menu',
          label: 'tool.orientation',
          icon: IconOrientation,
          tools: ['portrait', 'landscape'],
        },
        {
          kind: 'menu',
          label: 'tool.margins',
          icon: IconMargins,
          tools: ['marginsNormal', 'marginsNarrow', 'marginsWide', '-', 'pageSetup'],
        },
        {
          kind: 'menu',
          label: 'tool.columns',
          icon: IconColumns,
          tools: ['columns1', 'columns2', 'columns3'],
        },
      ],
      [lineSpacing],
    ],
  },
  {
    name: 'review',
    named: true,
    groups: [
      ['comment', 'comments'],
      ['trackChanges', 'changes', 'showChanges'],
      ['acceptAll', 'rejectAll'],
    ],
  },
  {
    name: 'view',
    named: true,
    groups: [
      ['headings', 'ruler', 'find'],
      ['fitWidth', 'fitPage', 'zoom100'],
      ['print', 'history'],
    ],
  },
  {
    name: 'table',
    named: false,
    groups: [
      ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight'],
      ['deleteRow', 'deleteColumn', 'deleteTable'],
      ['mergeCells', 'splitCell'],
      [bordersMenu, { kind: 'color', command: 'TableCellBackgroundColor', label: 'tool.shading' }],
    ],
  },
]

/** Whoever fills in a form writes in its fields only. */
export const fillerTabs: readonly ToolbarTab[] = [
  { name: 'form', named: true, groups: [['undo', 'redo'], ['submit']] },
  {
    name: 'view',
    named: true,
    groups: [['headings'], ['fitWidth', 'fitPage', 'zoom100'], ['print', 'history']],
  },
]

/** A reviewer's changes are always tracked, and the engine tracks text and its looks only. */
export const reviewerTabs: readonly ToolbarTab[] = [
  ...wordTabs.filter(({ name }) => name === 'home' || name === 'view'),
  {
    name: 'review',
    named: true,
    groups: [
      ['comment', 'comments'],
      ['changes', 'showChanges'],
    ],
  },
]
