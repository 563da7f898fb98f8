import type { InputMessage } from '@lectern/shared'
import type { JoinClaims } from './claims.js'
import { ctrl, isKey, plainName, shift, words } from './input-facts.js'
import type { Refusal } from './refusals.js'

const fieldCommands = words(
  'InsertPlainTextContentControl InsertCheckboxContentControl InsertDateContentControl InsertListField',
)
const decidingCommands = words(
  'AcceptTrackedChange RejectTrackedChange AcceptAllTrackedChanges RejectAllTrackedChanges',
)
const removingCommands = words('DeleteComment DeleteCommentThread DeleteNote')
const keyL = 523

/**
 * Refuses what an editor's permissions take away. Of `reviewGroups` and the groups of comments, the empty list, which
 * stands for nobody's, is held: the engine knows authors by name only, so it cannot tell groups apart.
 */
export function narrowedRefusal(input: InputMessage, { permissions }: JoinClaims): Refusal | undefined {
  const { modifyFilter, modifyContentControl, reviewGroups, commentGroups } = permissions
  if (modifyFilter === false && isFiltering(input)) return 'filtering'
  if (input.type !== 'command') return undefined
  const name = plainName(input.name)
  if (modifyContentControl === false && fieldCommands.has(name)) return 'fields'
  if (isNobody(reviewGroups) && decidingCommands.has(name)) return 'deciding'
  if (isNobody(commentGroups?.edit) && name === 'EditAnnotation') return 'othersComments'
  return isNobody(commentGroups?.remove) && removingCommands.has(name) ? 'othersComments' : undefined
}

const isNobody = (groups: unknown) => Array.isArray(groups) && groups.length === 0

/** The engine shows and hides the arrows of filters by Ctrl+Shift+L as well. */
function isFiltering(input: InputMessage): boolean {
  if (input.type === 'filter') return true
  if (input.type === 'command') return plainName(input.name) === 'DataFilterAutoFilter'
  return isKey(input, keyL, ctrl | shift)
}
