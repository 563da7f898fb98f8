import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { PageInfoModel } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { RoleModel, type Role } from '../access/index.js'
import { positionOf, type ChildPage } from './children.repository.js'
import { decodeCursor, encodeCursor } from './cursor.js'
import { FolderModel, FolderReferenceModel, NodeConnectionModel, NodeEdgeModel } from './library.model.js'
import { readListPage } from './list-page.js'
import type { LibraryService } from './library.service.js'
import { rootFolderId, type Folder, type LibraryNode } from './node.js'

interface NodeConnection extends ChildPage {
  endCursor: string | null
}

@Resolver(() => FolderModel)
export class FolderResolver {
  constructor(private readonly library: LibraryService) {}

  @FieldResolver(() => RoleModel, { description: 'What you may do with it.' })
  role(@Ctx() { loaders }: Context, @Root() { id }: Folder): Role | Promise<Role> {
    return loaders.roles.peek(id) ?? loaders.roles.load(id).then((role) => role ?? 'viewer')
  }

  @FieldResolver(() => FolderModel, {
    nullable: true,
    description: 'Null at the root, and where you may not look.',
  })
  async parent(@Ctx() context: Context, @Root() folder: Folder): Promise<LibraryNode | null> {
    return (await listReadableAncestors(context, folder)).at(-1) ?? null
  }

  @FieldResolver(() => [FolderReferenceModel], { description: "From the root to this folder's parent." })
  async path(@Ctx() context: Context, @Root() folder: Folder): Promise<FolderReferenceModel[]> {
    return listReadableAncestors(context, folder)
  }

  @FieldResolver(() => NodeConnectionModel, {
    description: 'Folders first, then documents, by name.',
  })
  async children(
    @Ctx() context: Context,
    @Root() folder: Folder,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100, description: 'At most 500.' })
    first: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The `endCursor` of the page before.',
    })
    after: string | null,
    @Arg('offset', () => Int, {
      nullable: true,
      defaultValue: 0,
      description: 'So many are left out; for lists that are scrolled to anywhere.',
    })
    offset: number | null,
  ): Promise<NodeConnection> {
    const position = after ? decodeCursor(after) : undefined
    const wanted = { ...readListPage(first, offset), after: position }
    const { roles, versions } = context.loaders
    const role = await roles.load(folder.id)
    const page = await this.library.listChildren(getActor(context), folder, { ...wanted, role })
    for (const version of page.versions) versions.prime(version.id, version)
    for (const [id, childRole] of page.roles) roles.prime(id, childRole)
    const last = page.nodes.at(-1)
    return { ...page, endCursor: last ? encodeCursor(positionOf(last)) : null }
  }
}

@Resolver(() => NodeConnectionModel)
export class NodeConnectionResolver {
  @FieldResolver(() => Int, { description: 'All that the folder holds for you.' })
  async totalCount(@Root() { totalCount }: NodeConnection): Promise<number> {
    return totalCount()
  }

  @FieldResolver(() => [NodeEdgeModel], { description: 'The page with a cursor for each entry.' })
  edges(@Root() { nodes }: NodeConnection): { node: LibraryNode; cursor: string }[] {
    return nodes.map((node) => ({ node, cursor: encodeCursor(positionOf(node)) }))
  }

  @FieldResolver(() => PageInfoModel, { description: 'Where the page ends.' })
  pageInfo(
    @Root() { endCursor, hasNextPage }: NodeConnection,
  ): Pick<NodeConnection, 'endCursor' | 'hasNextPage'> {
    return { endCursor, hasNextPage }
  }
}

/** The folders above that this person may look into; everybody sees the root. */
async function listReadableAncestors({ loaders }: Context, folder: Folder): Promise<LibraryNode[]> {
  const ancestors: LibraryNode[] = []
  for (let parentId = folder.parentId; parentId;) {
    const parent = await loaders.nodes.load(parentId)
    if (!parent) break
    if (parent.id === rootFolderId || (await loaders.roles.load(parent.id))) ancestors.unshift(parent)
    parentId = parent.parentId
  }
  return ancestors
}
