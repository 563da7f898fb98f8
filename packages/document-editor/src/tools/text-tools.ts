import IconAccept from '~icons/lucide/check-check'
import IconAlignCenter from '~icons/lucide/align-center'
import IconAlignJustify from '~icons/lucide/align-justify'
import IconAlignLeft from '~icons/lucide/align-left'
import IconAlignRight from '~icons/lucide/align-right'
import IconBold from '~icons/lucide/bold'
import IconBreak from '~icons/lucide/separator-horizontal'
import IconClear from '~icons/lucide/remove-formatting'
import IconColumnBreak from '~icons/lucide/columns-2'
import IconFooter from '~icons/lucide/panel-bottom'
import IconFootnote from '~icons/lucide/footprints'
import IconHash from '~icons/lucide/hash'
import IconHeader from '~icons/lucide/panel-top'
import IconIndent from '~icons/lucide/indent-increase'
import IconItalic from '~icons/lucide/italic'
import IconLevelDown from '~icons/lucide/list-indent-increase'
import IconLevelUp from '~icons/lucide/list-indent-decrease'
import IconLineBreak from '~icons/lucide/corner-down-left'
import IconList from '~icons/lucide/list'
import IconListOrdered from '~icons/lucide/list-ordered'
import IconNext from '~icons/lucide/arrow-down'
import IconOutdent from '~icons/lucide/indent-decrease'
import IconParagraphLess from '~icons/lucide/fold-vertical'
import IconParagraphMore from '~icons/lucide/unfold-vertical'
import IconPrevious from '~icons/lucide/arrow-up'
import IconRedo from '~icons/lucide/redo-2'
import IconReject from '~icons/lucide/x'
import IconShow from '~icons/lucide/eye'
import IconSpacing from '~icons/lucide/move-vertical'
import IconStrikeout from '~icons/lucide/strikethrough'
import IconSubscript from '~icons/lucide/subscript'
import IconSuperscript from '~icons/lucide/superscript'
import IconToc from '~icons/lucide/table-of-contents'
import IconTrack from '~icons/lucide/file-pen-line'
import IconUnderline from '~icons/lucide/underline'
import IconUndo from '~icons/lucide/undo-2'
import { showHeader } from './header-footer'
import { insertContents } from './insert-contents'
import { commandTool as command, pageTool } from './tool'

const toggle = (name: string, label: string, icon: typeof IconBold, shortcut?: string) =>
  command(name, label, icon, { toggle: true, shortcut })

/** Characters and paragraphs, in every kind of document. */
export const textTools = {
  undo: command('Undo', 'toolbar.undo', IconUndo, { shortcut: 'Ctrl+Z' }),
  redo: command('Redo', 'toolbar.redo', IconRedo, { shortcut: 'Ctrl+Y' }),
  bold: toggle('Bold', 'toolbar.bold', IconBold, 'Ctrl+B'),
  italic: toggle('Italic', 'toolbar.italic', IconItalic, 'Ctrl+I'),
  underline: toggle('Underline', 'toolbar.underline', IconUnderline, 'Ctrl+U'),
  strikeout: toggle('Strikeout', 'toolbar.strikeout', IconStrikeout),
  superscript: toggle('SuperScript', 'tool.superscript', IconSuperscript),
  subscript: toggle('SubScript', 'tool.subscript', IconSubscript),
  clearFormat: command('ResetAttributes', 'tool.clearFormat', IconClear),
  alignLeft: toggle('LeftPara', 'toolbar.alignLeft', IconAlignLeft, 'Ctrl+L'),
  alignCenter: toggle('CenterPara', 'toolbar.alignCenter', IconAlignCenter, 'Ctrl+E'),
  alignRight: toggle('RightPara', 'toolbar.alignRight', IconAlignRight, 'Ctrl+R'),
  justify: toggle('JustifyPara', 'toolbar.justify', IconAlignJustify, 'Ctrl+J'),
  bullets: toggle('DefaultBullet', 'toolbar.bullets', IconList),
  numbering: toggle('DefaultNumbering', 'toolbar.numbering', IconListOrdered),
  outdent: command('DecrementIndent', 'toolbar.outdent', IconOutdent),
  indent: command('IncrementIndent', 'toolbar.indent', IconIndent),
  // The engine counts levels from the innermost one.
  listLevelUp: command('IncrementLevel', 'tool.listLevelUp', IconLevelUp),
  listLevelDown: command('DecrementLevel', 'tool.listLevelDown', IconLevelDown),
  spacing1: toggle('SpacePara1', 'tool.spacing1', IconSpacing),
  spacing15: toggle('SpacePara15', 'tool.spacing15', IconSpacing),
  spacing2: toggle('SpacePara2', 'tool.spacing2', IconSpacing),
  paragraphMore: command('ParaspaceIncrease', 'tool.paragraphMore', IconParagraphMore),
  paragraphLess: command('ParaspaceDecrease', 'tool.paragraphLess', IconParagraphLess),
}

/** What only text documents have. */
export const writerTools = {
  pageBreak: command('InsertPagebreak', 'toolbar.pageBreak', IconBreak, { shortcut: 'Ctrl+Enter' }),
  columnBreak: command('InsertColumnBreak', 'tool.columnBreak', IconColumnBreak),
  lineBreak: command('InsertLinebreak', 'tool.lineBreak', IconLineBreak, { shortcut: 'Shift+Enter' }),
  header: pageTool('tool.header', IconHeader, ({ session }) => showHeader(session, 'Header')),
  footer: pageTool('tool.footer', IconFooter, ({ session }) => showHeader(session, 'Footer')),
  pageNumber: command('InsertPageNumberField', 'tool.pageNumber', IconHash),
  pageCount: command('InsertPageCountField', 'tool.pageCount', IconHash),
  footnote: command('InsertFootnote', 'tool.footnote', IconFootnote),
  endnote: command('InsertEndnote', 'tool.endnote', IconFootnote),
  toc: pageTool('tool.toc', IconToc, ({ session }) => insertContents(session), {
    isOff: (state) => state.commands.get('InsertBookmark') === 'disabled',
  }),
  updateToc: command('UpdateAllIndexes', 'tool.updateToc', IconToc),
  trackChanges: pageTool(
    'tool.trackChanges',
    IconTrack,
    ({ session }) => {
      const isOn = session.state.commands.get('TrackChanges') === 'true'
      session.command('TrackChanges', { TrackChanges: !isOn })
    },
    { isOn: (state) => state.commands.get('TrackChanges') === 'true' },
  ),
  showChanges: pageTool(
    'tool.showChanges',
    IconShow,
    ({ session }) => {
      const isOn = session.state.commands.get('ShowTrackedChanges') !== 'false'
      session.command('ShowTrackedChanges', { ShowTrackedChanges: !isOn })
    },
    { isOn: (state) => state.commands.get('ShowTrackedChanges') !== 'false' },
  ),
  previousChange: command('PreviousTrackedChange', 'tool.previousChange', IconPrevious),
  nextChange: command('NextTrackedChange', 'tool.nextChange', IconNext),
  acceptAll: command('AcceptAllTrackedChanges', 'tool.acceptAll', IconAccept),
  rejectAll: command('RejectAllTrackedChanges', 'tool.rejectAll', IconReject),
}
