import type { InputMessage } from '@lectern/shared'
import type { JoinClaims } from './claims.js'
import { ctrl, isKey, plainName, shift, words } from './input-facts.js'
import type { Refusal } from './refusals.js'

const fieldCommands = words(
  'InsertPlainTextContentControl InsertCheckboxContentControl InsertDateContentControl InsertListField',
)
const keyL = 523

/** Refuses what an editor's permissions take away, whatever it is about; see `others-work.ts` for the rest. */
export function narrowedRefusal(input: InputMessage, { permissions }: JoinClaims): Refusal | undefined {
  const { modifyFilter, modifyContentControl } = permissions
  if (modifyFilter === false && isFiltering(input)) return 'filtering'
  const isField = input.type === 'command' && fieldCommands.has(plainName(input.name))
  return isField && modifyContentControl === false ? 'fields' : undefined
}

/** The engine shows and hides the arrows of filters by Ctrl+Shift+L as well. */
function isFiltering(input: InputMessage): boolean {
  if (input.type === 'filter') return true
  if (input.type === 'command') return plainName(input.name) === 'DataFilterAutoFilter'
  return isKey(input, keyL, ctrl | shift)
}
