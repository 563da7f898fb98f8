import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql'
import { findFormat, type DocumentType } from '@lectern/shared'
import type { Context } from '../../graphql/context.js'
import { PortalError } from '../../lib/portal-error.js'
import { canEdit, canRename, RoleModel, type Role } from '../access/index.js'
import { UserReferenceModel } from '../auth/index.js'
import { DocumentModel, DocumentTypeModel, FolderReferenceModel, VersionModel } from './library.model.js'
import { rootFolderId, type DocumentNode } from './node.js'
import type { VersionSummary } from './version.repository.js'

interface Reference {
  id: string
  name: string
}

@Resolver(() => DocumentModel)
export class DocumentResolver {
  @FieldResolver(() => DocumentTypeModel, { description: 'The kind of editor it opens in.' })
  documentType(@Root() { fileType }: DocumentNode): DocumentType {
    return findFormat(fileType)?.documentType ?? 'word'
  }

  @FieldResolver(() => FolderReferenceModel, {
    description: 'The folder it is in; the root when you were invited to the document alone.',
  })
  async folder(@Ctx() { loaders }: Context, @Root() { parentId }: DocumentNode): Promise<Reference> {
    const isReadable = (await loaders.roles.load(parentId)) !== undefined
    const folder = await loaders.nodes.load(isReadable ? parentId : rootFolderId)
    return folder ?? { id: rootFolderId, name: 'Library' }
  }

  @FieldResolver(() => RoleModel, { description: 'What you may do with it.' })
  role(@Ctx() { loaders }: Context, @Root() { id }: DocumentNode): Role | Promise<Role> {
    return loaders.roles.peek(id) ?? loaders.roles.load(id).then(refuseNone)
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may change it, and its type can be saved.' })
  async canEdit(@Ctx() { loaders }: Context, @Root() { id, fileType }: DocumentNode): Promise<boolean> {
    return canEdit(await loaders.roles.load(id)) && findFormat(fileType)?.action === 'edit'
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may give it another name.' })
  async canRename(@Ctx() { actor, loaders }: Context, @Root() document: DocumentNode): Promise<boolean> {
    const [role, parentRole] = await Promise.all([
      loaders.roles.load(document.id),
      loaders.roles.load(document.parentId),
    ])
    return canRename({ role, parentRole, isCreator: document.createdById === actor?.userId })
  }

  @FieldResolver(() => Float, { description: 'Of the current version, in bytes.' })
  size(@Ctx() context: Context, @Root() document: DocumentNode): number | Promise<number> {
    const known = context.loaders.versions.peek(document.currentVersionId)
    return known ? known.size : loadVersion(context, document).then(({ size }) => size)
  }

  @FieldResolver(() => VersionModel, { description: 'The current version.' })
  version(@Ctx() context: Context, @Root() document: DocumentNode): VersionSummary | Promise<VersionSummary> {
    return context.loaders.versions.peek(document.currentVersionId) ?? loadVersion(context, document)
  }

  @FieldResolver(() => UserReferenceModel, { description: 'Who made it.' })
  async owner(@Ctx() { loaders }: Context, @Root() { createdById }: DocumentNode): Promise<Reference> {
    const user = createdById ? await loaders.users.load(createdById) : undefined
    return user ?? { id: createdById ?? '', name: '' }
  }

  @FieldResolver(() => String, { description: "Path of the portal's download of the current version." })
  downloadUrl(@Root() { id }: DocumentNode): string {
    return `/documents/${id}/download`
  }
}

function refuseNone(role: Role | undefined): Role {
  if (!role)
    throw new PortalError('FORBIDDEN', 'You have no access to this document any more. Ask its owner.')
  return role
}

async function loadVersion(
  { loaders }: Context,
  { id, currentVersionId }: DocumentNode,
): Promise<VersionSummary> {
  const version = await loaders.versions.load(currentVersionId)
  if (!version) throw new Error(`Document ${id} has no current version`)
  return version
}
