import IconCheckBox from '~icons/lucide/square-check'
import IconDate from '~icons/lucide/calendar'
import IconText from '~icons/lucide/text-cursor-input'
import { commandTool as command } from './tool'

/** Fields that a text document is filled in at. */
export const formTools = {
  fieldText: command('InsertPlainTextContentControl', 'form.text', IconText),
  fieldCheckBox: command('InsertCheckboxContentControl', 'form.checkBox', IconCheckBox),
  fieldDate: command('InsertDateContentControl', 'form.dateField', IconDate),
}
