import type { DocumentType } from '@lectern/shared'
import type { Component } from 'vue'
import IconAlignCenter from '~icons/lucide/align-center'
import IconAlignJustify from '~icons/lucide/align-justify'
import IconAlignLeft from '~icons/lucide/align-left'
import IconAlignRight from '~icons/lucide/align-right'
import IconBold from '~icons/lucide/bold'
import IconCopyPlus from '~icons/lucide/copy-plus'
import IconDecimalsFewer from '~icons/lucide/decimals-arrow-left'
import IconDecimalsMore from '~icons/lucide/decimals-arrow-right'
import IconColumnInsert from '~icons/lucide/between-vertical-start'
import IconRowInsert from '~icons/lucide/between-horizontal-start'
import IconIndent from '~icons/lucide/indent-increase'
import IconOutdent from '~icons/lucide/indent-decrease'
import IconItalic from '~icons/lucide/italic'
import IconList from '~icons/lucide/list'
import IconListOrdered from '~icons/lucide/list-ordered'
import IconRedo from '~icons/lucide/redo-2'
import IconNewSlide from '~icons/lucide/square-plus'
import IconPageBreak from '~icons/lucide/separator-horizontal'
import IconStrikeout from '~icons/lucide/strikethrough'
import IconMerge from '~icons/lucide/table-cells-merge'
import IconColumnDelete from '~icons/lucide/table-columns-split'
import IconRowDelete from '~icons/lucide/table-rows-split'
import IconTrash from '~icons/lucide/trash-2'
import IconUnderline from '~icons/lucide/underline'
import IconUndo from '~icons/lucide/undo-2'
import IconWrap from '~icons/lucide/wrap-text'

/** A button that sends one command; `toggle` shows the command's state as pressed. */
export interface CommandItem {
  kind: 'command'
  command: string
  label: string
  icon: Component
  toggle?: boolean
  shortcut?: string
}

export type ToolbarItem =
  | CommandItem
  | { kind: 'save' | 'style' | 'font' | 'size' | 'numberFormat' | 'table' }
  | { kind: 'color'; command: 'Color' | 'CharBackColor' | 'BackgroundColor'; label: string }

function command(name: string, label: string, icon: Component, shortcut?: string): CommandItem {
  return { kind: 'command', command: name, label: `toolbar.${label}`, icon, shortcut }
}

function toggle(name: string, label: string, icon: Component, shortcut?: string): CommandItem {
  return { ...command(name, label, icon, shortcut), toggle: true }
}

const history: ToolbarItem[] = [
  { kind: 'save' },
  command('Undo', 'undo', IconUndo, 'Ctrl+Z'),
  command('Redo', 'redo', IconRedo, 'Ctrl+Y'),
]
const character: ToolbarItem[] = [
  toggle('Bold', 'bold', IconBold, 'Ctrl+B'),
  toggle('Italic', 'italic', IconItalic, 'Ctrl+I'),
  toggle('Underline', 'underline', IconUnderline, 'Ctrl+U'),
  toggle('Strikeout', 'strikeout', IconStrikeout),
  { kind: 'color', command: 'Color', label: 'toolbar.color' },
]
const font: ToolbarItem[] = [{ kind: 'font' }, { kind: 'size' }]
const highlight: ToolbarItem = { kind: 'color', command: 'CharBackColor', label: 'toolbar.highlight' }
const paragraph: ToolbarItem[] = [
  toggle('LeftPara', 'alignLeft', IconAlignLeft, 'Ctrl+L'),
  toggle('CenterPara', 'alignCenter', IconAlignCenter, 'Ctrl+E'),
  toggle('RightPara', 'alignRight', IconAlignRight, 'Ctrl+R'),
  toggle('JustifyPara', 'justify', IconAlignJustify, 'Ctrl+J'),
]
const lists: ToolbarItem[] = [
  toggle('DefaultBullet', 'bullets', IconList),
  toggle('DefaultNumbering', 'numbering', IconListOrdered),
]

const byDocumentType: Record<'word' | 'cell' | 'slide', ToolbarItem[][]> = {
  word: [
    history,
    [{ kind: 'style' }, ...font],
    [...character, highlight],
    paragraph,
    [
      ...lists,
      command('DecrementIndent', 'outdent', IconOutdent),
      command('IncrementIndent', 'indent', IconIndent),
    ],
    [{ kind: 'table' }, command('InsertPagebreak', 'pageBreak', IconPageBreak, 'Ctrl+Enter')],
  ],
  cell: [
    history,
    font,
    [...character, { kind: 'color', command: 'BackgroundColor', label: 'toolbar.fill' }],
    [
      toggle('AlignLeft', 'alignLeft', IconAlignLeft),
      toggle('AlignHorizontalCenter', 'alignCenter', IconAlignCenter),
      toggle('AlignRight', 'alignRight', IconAlignRight),
      toggle('WrapText', 'wrap', IconWrap),
      toggle('ToggleMergeCells', 'merge', IconMerge),
    ],
    [
      { kind: 'numberFormat' },
      command('NumberFormatDecDecimals', 'decimalsFewer', IconDecimalsFewer),
      command('NumberFormatIncDecimals', 'decimalsMore', IconDecimalsMore),
    ],
    [
      command('InsertRowsBefore', 'insertRow', IconRowInsert),
      command('InsertColumnsBefore', 'insertColumn', IconColumnInsert),
      command('DeleteRows', 'deleteRow', IconRowDelete),
      command('DeleteColumns', 'deleteColumn', IconColumnDelete),
    ],
  ],
  slide: [
    history,
    [
      command('InsertPage', 'newSlide', IconNewSlide),
      command('DuplicatePage', 'duplicateSlide', IconCopyPlus),
      command('DeletePage', 'deleteSlide', IconTrash),
    ],
    font,
    character,
    paragraph,
    lists,
  ],
}

/** Groups of the toolbar for a kind of document. */
export function toolbarFor(documentType: DocumentType): ToolbarItem[][] {
  return documentType === 'cell' || documentType === 'slide'
    ? byDocumentType[documentType]
    : byDocumentType.word
}
