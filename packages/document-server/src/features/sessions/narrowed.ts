import type { InputMessage } from '@lectern/shared'
import type { JoinClaims } from './claims.js'
import type { Refusal } from './refusals.js'

const words = (text: string) => new Set(text.split(' '))
const fieldCommands = words(
  'InsertPlainTextContentControl InsertCheckboxContentControl InsertDateContentControl InsertListField',
)
const decidingCommands = words(
  'AcceptTrackedChange RejectTrackedChange AcceptAllTrackedChanges RejectAllTrackedChanges',
)
const removingCommands = words('DeleteComment DeleteCommentThread DeleteNote')
const shiftAndCtrl = 0x3000
const modifierMask = 0x7000
const keyL = 523

/**
 * Refuses what an editor's permissions take away. Of `reviewGroups` and the groups of comments, the empty list, which
 * stands for nobody's, is held: the engine knows authors by name only, so it cannot tell groups apart.
 */
export function narrowedRefusal(input: InputMessage, { permissions }: JoinClaims): Refusal | undefined {
  const { modifyFilter, modifyContentControl, reviewGroups, commentGroups } = permissions
  if (modifyFilter === false && isFiltering(input)) return 'filtering'
  if (input.type !== 'command') return undefined
  const name = input.name.replace(/^\.uno:/, '')
  if (modifyContentControl === false && fieldCommands.has(name)) return 'fields'
  if (isNobody(reviewGroups) && decidingCommands.has(name)) return 'deciding'
  if (isNobody(commentGroups?.edit) && name === 'EditAnnotation') return 'othersComments'
  return isNobody(commentGroups?.remove) && removingCommands.has(name) ? 'othersComments' : undefined
}

const isNobody = (groups: unknown) => Array.isArray(groups) && groups.length === 0

/** The engine shows and hides the arrows of filters by Ctrl+Shift+L as well. */
function isFiltering(input: InputMessage): boolean {
  if (input.type === 'filter') return true
  if (input.type === 'command') return input.name.replace(/^\.uno:/, '') === 'DataFilterAutoFilter'
  if (input.type !== 'key') return false
  return (input.keyCode & 0xfff) === keyL && (input.keyCode & modifierMask) === shiftAndCtrl
}
