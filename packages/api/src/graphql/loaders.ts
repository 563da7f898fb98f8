import DataLoader from 'dataloader'
import type { Knex } from 'knex'
import { listRoles, type Role } from '../features/access/index.js'
import { userRepository, type Actor, type User } from '../features/auth/index.js'
import { collectionRepository } from '../features/collections/index.js'
import { createEditingLoaders, type EditingLoaders } from '../features/editing/index.js'
import { groupRepository, type Group } from '../features/groups/index.js'
import {
  nodeRepository,
  versionRepository,
  type LibraryNode,
  type Version,
} from '../features/library/index.js'
import { previewRepository, type Preview } from '../features/previews/index.js'
import { searchTextRepository } from '../features/search/index.js'

/** Rows read during one request, each kind with one query for all that ask at the same time. */
export interface Loaders extends EditingLoaders {
  nodes: DataLoader<string, LibraryNode | undefined>
  roles: DataLoader<string, Role | undefined>
  users: DataLoader<string, User | undefined>
  /** Whether whoever asks marked a node. */
  favourites: DataLoader<string, boolean>
  groups: DataLoader<string, Group | undefined>
  groupMemberIds: DataLoader<string, string[]>
  versions: DataLoader<string, Version | undefined>
  /** The newest picture of each document. */
  previews: DataLoader<string, Preview | undefined>
  /** What the search knows of the contents of documents. */
  searchTexts: DataLoader<string, string | undefined>
  /** The newest first. */
  versionsOfDocument: DataLoader<string, Version[]>
}

/** Makes the loaders of one request. */
export function createLoaders(db: Knex, actor: Actor | undefined): Loaders {
  return {
    nodes: byId((ids) => nodeRepository.listByIds(db, ids)),
    roles: new DataLoader(async (ids) => {
      const roles = await listRoles(db, actor, ids)
      return ids.map((id) => roles.get(id))
    }),
    users: byId((ids) => userRepository.listByIds(db, ids)),
    favourites: new DataLoader(async (ids) => {
      const marked = actor ? await collectionRepository.listMarked(db, actor.userId, ids) : new Set()
      return ids.map((id) => marked.has(id))
    }),
    versions: byId((ids) => versionRepository.listByIds(db, ids)),
    previews: new DataLoader(async (ids) => {
      const found = await previewRepository.listNewest(db, ids)
      const newest = new Map(found.map((preview) => [preview.documentId, preview]))
      return ids.map((id) => newest.get(id))
    }),
    searchTexts: new DataLoader(async (ids) => {
      const texts = await searchTextRepository.listByIds(db, ids)
      return ids.map((id) => texts.get(id))
    }),
    versionsOfDocument: new DataLoader(async (ids) => {
      const versions = await versionRepository.listOfDocuments(db, ids)
      return ids.map((id) => versions.filter(({ documentId }) => documentId === id))
    }),
    groups: byId((ids) => groupRepository.listByIds(db, ids)),
    groupMemberIds: new DataLoader(async (ids) => {
      const members = await groupRepository.listMemberIds(db, ids)
      return ids.map((id) => members.get(id) ?? [])
    }),
    ...createEditingLoaders(db),
  }
}

function byId<T extends { id: string }>(list: (ids: readonly string[]) => Promise<T[]>) {
  return new DataLoader<string, T | undefined>(async (ids) => {
    const found = new Map((await list(ids)).map((row) => [row.id, row]))
    return ids.map((id) => found.get(id))
  })
}
