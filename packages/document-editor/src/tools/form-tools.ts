import IconCheckBox from '~icons/lucide/square-check'
import IconDate from '~icons/lucide/calendar'
import IconList from '~icons/lucide/list'
import IconText from '~icons/lucide/text-cursor-input'
import { commandTool as command, pageTool } from './tool'

/** Fields that a text document is filled in at. */
export const formTools = {
  fieldText: command('InsertPlainTextContentControl', 'form.text', IconText),
  fieldCheckBox: command('InsertCheckboxContentControl', 'form.checkBox', IconCheckBox),
  fieldList: pageTool('form.list', IconList, ({ ui }) => (ui.dialog.value = 'listField'), {
    // Where the one cannot be made, the other cannot either.
    isOff: (state) => state.commands.get('InsertDateContentControl') === 'disabled',
  }),
  fieldDate: command('InsertDateContentControl', 'form.dateField', IconDate),
}
