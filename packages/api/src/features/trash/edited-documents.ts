import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { editingSessionRepository } from '../editing/index.js'
import { partsOf, treeRepository, type LibraryNode } from '../library/index.js'

/** A document that people have open for editing. */
export interface EditedDocument {
  documentId: string
  name: string
  userIds: string[]
}

/** Finds what is being edited now among nodes and all below them. */
export async function listEdited(db: Knex, nodes: readonly LibraryNode[]): Promise<EditedDocument[]> {
  const ids = new Set<string>()
  for (const node of nodes) for (const { id } of await treeRepository.listSubtree(db, node.id)) ids.add(id)
  const editing = new Map<string, string[]>()
  for (const part of partsOf([...ids]))
    for (const { documentId, participants } of await editingSessionRepository.listOccupied(db, part))
      editing.set(documentId, [...(editing.get(documentId) ?? []), ...participants.filter(isId)])
  const documents = await treeRepository.listNodes(db, [...editing.keys()])
  return documents.map(({ id, name }) => ({ documentId: id, name, userIds: editing.get(id) ?? [] }))
}
