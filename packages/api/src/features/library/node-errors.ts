import { nameKey } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import type { LibraryNode } from './node.js'

/** Says that there is nothing, or nothing for this person. */
export function notFound(): PortalError {
  return new PortalError(
    'NOT_FOUND',
    'There is no such document or folder, or you have no access to it. Ask its owner.',
  )
}

/** Says that a request is about more than the portal does at once. */
export function tooMany(limit: number): PortalError {
  return new PortalError('TOO_MANY_NODES', `That is more than ${limit} at once. Choose fewer.`, {
    details: { limit },
  })
}

/** Says that the folder was deleted between looking and writing. */
export function folderGone(): PortalError {
  return new PortalError('NOT_FOUND', 'The folder was deleted meanwhile. Choose another one.')
}

/** Says that somebody else was quicker with another name. */
export function nameChanged(name: string): PortalError {
  return new PortalError(
    'NAME_CHANGED',
    `Somebody just renamed this to "${name}". Look at the new name, and rename it again if you still want to.`,
    { details: { name } },
  )
}

/** Says that the folder has the name already, and what has it. */
export function nameTaken(name: string, existing?: LibraryNode, cause?: unknown): PortalError {
  return new PortalError('NAME_TAKEN', `The folder already has "${name}". Choose another name.`, {
    cause,
    details: {
      name,
      key: nameKey(name),
      ...(existing ? { nodeId: existing.id, nodeType: existing.type } : {}),
    },
  })
}
