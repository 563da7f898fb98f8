import type { Role } from '@/graphql/generated/graphql'
import { isDocument, type Node } from './node'

/** What a person may do with one folder or document: the menu shows only this; the API decides for itself. */
export interface NodeRights {
  rename: boolean
  delete: boolean
  /** To another folder. */
  move: boolean
  share: boolean
}

/** Where a node lies and who looks at it. */
export interface NodeContext {
  folderRole: Role | undefined
  viewerId: string | undefined
}

/** Tells whether a role may change contents and put things into a folder. */
export function canChange(role: Role | undefined): boolean {
  return role === 'EDITOR' || role === 'OWNER'
}

/** Decides what to offer for a node, by the same rules as the API. */
export function nodeRights(node: Node, { folderRole, viewerId }: NodeContext): NodeRights {
  const isOwner = node.role === 'OWNER'
  const isCreator = isDocument(node) && node.owner.id === viewerId
  const mayTake = isOwner || (isCreator && canChange(folderRole))
  return {
    rename: isOwner || (canChange(node.role) && canChange(folderRole)),
    delete: mayTake,
    move: mayTake,
    share: isOwner || (isCreator && canChange(node.role)),
  }
}
