import DataLoader from 'dataloader'
import type { Knex } from 'knex'
import { listRoles, type Role } from '../features/access/index.js'
import { userRepository, type Actor, type User } from '../features/auth/index.js'
import { collectionRepository } from '../features/collections/index.js'
import { editingLoaders, type EditingLoaders } from '../features/editing/index.js'
import { groupRepository, type Group } from '../features/groups/index.js'
import {
  nodeRepository,
  versionRepository,
  type LibraryNode,
  type Version,
  type VersionSummary,
} from '../features/library/index.js'
import { previewRepository, type Preview } from '../features/previews/index.js'
import { searchTextRepository } from '../features/search/index.js'
import { KnownLoader } from './known-loader.js'

/** Rows read during one request, each kind with one query for all that ask at the same time. */
export interface Loaders extends EditingLoaders {
  nodes: DataLoader<string, LibraryNode | undefined>
  roles: KnownLoader<Role>
  users: DataLoader<string, User | undefined>
  /** Whether whoever asks marked a node. */
  favourites: DataLoader<string, boolean>
  groups: DataLoader<string, Group | undefined>
  groupMemberIds: DataLoader<string, string[]>
  versions: KnownLoader<VersionSummary>
  /** The newest picture of each document. */
  previews: DataLoader<string, Preview | undefined>
  /** What the search knows of the contents of documents. */
  searchTexts: DataLoader<string, string | undefined>
  /** The newest first. */
  versionsOfDocument: DataLoader<string, Version[]>
}

const makers: { [Name in keyof Loaders]: (db: Knex, actor: Actor | undefined) => Loaders[Name] } = {
  nodes: byId(nodeRepository.listByIds),
  roles: (db, actor) =>
    new KnownLoader(async (ids) => {
      const roles = await listRoles(db, actor, ids)
      return ids.map((id) => roles.get(id))
    }),
  users: byId(userRepository.listByIds),
  favourites: (db, actor) =>
    new DataLoader(async (ids) => {
      const marked = actor ? await collectionRepository.listMarked(db, actor.userId, ids) : new Set()
      return ids.map((id) => marked.has(id))
    }),
  versions: (db) =>
    new KnownLoader(async (ids) => {
      const versions = new Map((await versionRepository.listByIds(db, ids)).map((row) => [row.id, row]))
      return ids.map((id) => versions.get(id))
    }),
  previews: (db) =>
    new DataLoader(async (ids) => {
      const found = await previewRepository.listNewest(db, ids)
      const newest = new Map(found.map((preview) => [preview.documentId, preview]))
      return ids.map((id) => newest.get(id))
    }),
  searchTexts: (db) =>
    new DataLoader(async (ids) => {
      const texts = await searchTextRepository.listByIds(db, ids)
      return ids.map((id) => texts.get(id))
    }),
  versionsOfDocument: (db) =>
    new DataLoader(async (ids) => {
      const versions = await versionRepository.listOfDocuments(db, ids)
      return ids.map((id) => versions.filter(({ documentId }) => documentId === id))
    }),
  groups: byId(groupRepository.listByIds),
  groupMemberIds: (db) =>
    new DataLoader(async (ids) => {
      const members = await groupRepository.listMemberIds(db, ids)
      return ids.map((id) => members.get(id) ?? [])
    }),
  ...editingLoaders,
}

/** Most requests need one or two of them, so each is made when it is asked for. */
class RequestLoaders {
  constructor(
    readonly db: Knex,
    readonly actor: Actor | undefined,
  ) {}
}
for (const [name, make] of Object.entries(makers))
  Object.defineProperty(RequestLoaders.prototype, name, {
    get(this: RequestLoaders) {
      const value = make(this.db, this.actor)
      Object.defineProperty(this, name, { value })
      return value
    },
  })

/** Makes the loaders of one request. */
export function createLoaders(db: Knex, actor: Actor | undefined): Loaders {
  return new RequestLoaders(db, actor) as unknown as Loaders
}

function byId<T extends { id: string }>(list: (db: Knex, ids: readonly string[]) => Promise<T[]>) {
  return (db: Knex) =>
    new DataLoader<string, T | undefined>(async (ids) => {
      const found = new Map((await list(db, ids)).map((row) => [row.id, row]))
      return ids.map((id) => found.get(id))
    })
}
