import IconBookmark from '~icons/lucide/bookmark'
import IconCommentAdd from '~icons/lucide/message-square-plus'
import IconComments from '~icons/lucide/messages-square'
import IconChanges from '~icons/lucide/list-checks'
import IconFitPage from '~icons/lucide/maximize'
import IconFitWidth from '~icons/lucide/move-horizontal'
import IconHistory from '~icons/lucide/history'
import IconHeadings from '~icons/lucide/list-tree'
import IconImage from '~icons/lucide/image'
import IconPortalImage from '~icons/lucide/images'
import IconLink from '~icons/lucide/link'
import IconNotes from '~icons/lucide/notebook-pen'
import IconPrint from '~icons/lucide/printer'
import IconRuler from '~icons/lucide/ruler'
import IconSave from '~icons/lucide/save'
import IconSubmit from '~icons/lucide/send'
import IconSearch from '~icons/lucide/search'
import IconShow from '~icons/lucide/monitor-play'
import IconZoom from '~icons/lucide/scan'
import { pickImage } from '../input/pick-image'
import { pageTool } from './tool'

/** What the page does itself: panels, dialogs, view. */
export const pageTools = {
  save: pageTool('toolbar.save', IconSave, ({ session }) => session.forceSave(), { shortcut: 'Ctrl+S' }),
  submit: pageTool('form.submit', IconSubmit, (editor) => void editor.submit()),
  find: pageTool('tool.find', IconSearch, ({ ui }) => (ui.isFinding.value = true), { shortcut: 'Ctrl+F' }),
  link: pageTool('tool.link', IconLink, ({ ui }) => (ui.dialog.value = 'link'), { shortcut: 'Ctrl+K' }),
  bookmark: pageTool('bookmark.tool', IconBookmark, ({ ui }) => (ui.dialog.value = 'bookmark'), {
    isOff: (state) => state.commands.get('InsertBookmark') === 'disabled',
  }),
  image: pageTool('tool.image', IconImage, (editor) => void pickImage(editor)),
  portalImage: pageTool('tool.portalImage', IconPortalImage, ({ host }) => {
    host.raise('onRequestInsertImage', { c: 'add' })
  }),
  comment: pageTool(
    'tool.comment',
    IconCommentAdd,
    ({ ui }) => {
      ui.panel.value = 'comments'
      ui.isCommenting.value = true
    },
    { shortcut: 'Ctrl+Alt+M' },
  ),
  comments: pageTool('tool.comments', IconComments, ({ ui }) => ui.toggle('comments'), {
    isOn: (_, { ui }) => ui.panel.value === 'comments',
  }),
  changes: pageTool('tool.changes', IconChanges, ({ ui }) => ui.toggle('changes'), {
    isOn: (_, { ui }) => ui.panel.value === 'changes',
  }),
  headings: pageTool('tool.headings', IconHeadings, ({ ui }) => ui.toggle('headings'), {
    isOn: (_, { ui }) => ui.panel.value === 'headings',
  }),
  history: pageTool('history.label', IconHistory, ({ history }) => void history.open()),
  print: pageTool('tool.print', IconPrint, ({ print }) => void print(), { shortcut: 'Ctrl+P' }),
  fitWidth: pageTool('tool.fitWidth', IconFitWidth, ({ view }) => view.fitTo('width'), {
    isOn: (_, { view }) => view.fit.value === 'width',
  }),
  fitPage: pageTool('tool.fitPage', IconFitPage, ({ view }) => view.fitTo('page'), {
    isOn: (_, { view }) => view.fit.value === 'page',
  }),
  zoom100: pageTool('tool.zoom100', IconZoom, ({ view }) => view.zoomTo(1), { shortcut: 'Ctrl+0' }),
  notes: pageTool('notes.label', IconNotes, ({ ui }) => (ui.isNoting.value = !ui.isNoting.value), {
    isOn: (_, { ui }) => ui.isNoting.value,
  }),
  ruler: pageTool('ruler.label', IconRuler, ({ ui }) => (ui.isMeasuring.value = !ui.isMeasuring.value), {
    isOn: (_, { ui }) => ui.isMeasuring.value,
  }),
  slideShow: pageTool('tool.slideShow', IconShow, ({ ui }) => (ui.isShowing.value = true), {
    shortcut: 'F5',
  }),
}
