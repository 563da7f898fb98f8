import IconClear from '~icons/lucide/delete'
import IconCopy from '~icons/lucide/copy'
import IconCut from '~icons/lucide/scissors'
import IconExternal from '~icons/lucide/external-link'
import IconLink from '~icons/lucide/link'
import IconPaste from '~icons/lucide/clipboard-paste'
import IconSelectAll from '~icons/lucide/text-select'
import IconUnlink from '~icons/lucide/unlink'
import { pasteFromClipboard, copySelection } from '../input/clipboard'
import { commandTool as command, pageTool } from './tool'

/** What context menus offer about the selection. */
export const clipboardTools = {
  cut: pageTool('tool.cut', IconCut, (editor) => void copySelection(editor, true), { shortcut: 'Ctrl+X' }),
  copy: pageTool('tool.copy', IconCopy, (editor) => void copySelection(editor, false), {
    shortcut: 'Ctrl+C',
  }),
  paste: pageTool('tool.paste', IconPaste, (editor) => void pasteFromClipboard(editor), {
    shortcut: 'Ctrl+V',
  }),
  delete: command('Delete', 'tool.delete', IconClear, { shortcut: 'Delete' }),
  selectAll: command('SelectAll', 'tool.selectAll', IconSelectAll, { shortcut: 'Ctrl+A' }),
  openLink: pageTool('tool.openLink', IconExternal, ({ session }) => {
    const { url } = session.state.link
    if (url.startsWith('#')) session.goToMark(url.slice(1))
    // Other schemes could run a script in this page.
    else if (/^(https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
  }),
  editLink: pageTool('tool.editLink', IconLink, ({ ui }) => (ui.dialog.value = 'link')),
  removeLink: command('RemoveHyperlink', 'tool.removeLink', IconUnlink),
}
