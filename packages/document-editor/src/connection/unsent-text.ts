import type { InputMessage } from '@lectern/shared'

const backspace = 1283
const enter = 13

/** Commands that lead the cursor elsewhere, and change nothing. */
const leadsElsewhere = /^\.uno:(GoTo|JumpTo|ExecuteSearch|Copy$|SelectAll$)/

/** What inputs would have written, as far as it can be told in plain text; undefined when they would change nothing. */
export function unsentText(inputs: InputMessage[]): string | undefined {
  let text = ''
  let hasMore = false
  for (const input of inputs) {
    if (input.type === 'text') text += input.text
    else if (input.type === 'paste' && input.mimeType.startsWith('text/plain')) text += input.data
    else if (input.type === 'notes') text += `\n${input.text}\n`
    else if (input.type === 'key') text = afterKey(text, input)
    else if (input.type === 'command') hasMore ||= !leadsElsewhere.test(input.name)
    else hasMore ||= !['mouse', 'compose', 'setPart', 'filter', 'copy'].includes(input.type)
  }
  return text !== '' || hasMore ? text.trim() : undefined
}

function afterKey(text: string, { kind, keyCode, charCode }: Extract<InputMessage, { type: 'key' }>): string {
  if (kind === 'up') return text
  if (keyCode === backspace) return text.slice(0, -1)
  if (charCode === enter) return `${text}\n`
  return charCode >= 32 && charCode !== 127 ? text + String.fromCodePoint(charCode) : text
}
