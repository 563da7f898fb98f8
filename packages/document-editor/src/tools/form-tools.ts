import IconCheckBox from '~icons/lucide/square-check'
import IconDate from '~icons/lucide/calendar'
import IconList from '~icons/lucide/list'
import IconText from '~icons/lucide/text-cursor-input'
import type { DocumentState } from '../session/document-state'
import { commandTool as command, pageTool, type Tool } from './tool'

const isForbidden = ({ permissions }: DocumentState) => permissions.modifyContentControl === false

function field(...[name, label, icon]: Parameters<typeof command>): Tool {
  const tool = command(name, label, icon)
  return { ...tool, isOff: (state) => isForbidden(state) || tool.isOff?.(state) === true }
}

/** Fields that a text document is filled in at. */
export const formTools = {
  fieldText: field('InsertPlainTextContentControl', 'form.text', IconText),
  fieldCheckBox: field('InsertCheckboxContentControl', 'form.checkBox', IconCheckBox),
  fieldList: pageTool('form.list', IconList, ({ ui }) => (ui.dialog.value = 'listField'), {
    // Where the one cannot be made, the other cannot either.
    isOff: (state) => isForbidden(state) || state.commands.get('InsertDateContentControl') === 'disabled',
  }),
  fieldDate: field('InsertDateContentControl', 'form.dateField', IconDate),
}
