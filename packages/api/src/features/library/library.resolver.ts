import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import {
  CreateDocumentInput,
  CreateFolderInput,
  RenameNodeInput,
  UploadDocumentInput,
} from './library.input.js'
import { DocumentModel, FolderModel, NodeModel } from './library.model.js'
import type { LibraryService } from './library.service.js'
import { rootFolderId, type DocumentNode, type Folder, type LibraryNode } from './node.js'
import { notFound } from './node-errors.js'

@Resolver()
export class LibraryResolver {
  constructor(private readonly library: LibraryService) {}

  @Query(() => FolderModel, { description: "A folder; without id the library's root." })
  async folder(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The folder; without it the uppermost one.' })
    id: string | null,
  ): Promise<Folder> {
    const node = await this.read(context, id ?? rootFolderId)
    if (node.type !== 'folder') throw notFound()
    return node
  }

  @Query(() => DocumentModel, { description: 'A document that you may read.' })
  async document(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The document.' }) id: string,
  ): Promise<DocumentNode> {
    const node = await this.read(context, id)
    if (node.type !== 'document') throw notFound()
    return node
  }

  /** The role was read along: fields that ask for it need no statement of their own. */
  private async read({ actor, loaders }: Context, id: string): Promise<LibraryNode> {
    const { node, access } = await this.library.getWithAccess(actor, id)
    loaders.roles.prime(id, access.role)
    return node
  }

  @Mutation(() => DocumentModel, { description: 'Makes an empty document.' })
  async createDocument(
    @Ctx() context: Context,
    @Arg('input', () => CreateDocumentInput) input: CreateDocumentInput,
  ): Promise<DocumentModel> {
    return this.library.createDocument(getActor(context), input)
  }

  @Mutation(() => FolderModel, { description: 'Makes a folder in a folder.' })
  async createFolder(
    @Ctx() context: Context,
    @Arg('input', () => CreateFolderInput) input: CreateFolderInput,
  ): Promise<FolderModel> {
    return this.library.createFolder(getActor(context), input)
  }

  @Mutation(() => DocumentModel, { description: 'Stores an uploaded file as a new document.' })
  async uploadDocument(
    @Ctx() context: Context,
    @Arg('input', () => UploadDocumentInput) { folderId, file, onConflict }: UploadDocumentInput,
  ): Promise<DocumentModel> {
    return this.library.uploadDocument(getActor(context), folderId, file, onConflict)
  }

  @Mutation(() => NodeModel, { description: 'Gives a document or a folder another name.' })
  async renameNode(
    @Ctx() context: Context,
    @Arg('input', () => RenameNodeInput) input: RenameNodeInput,
  ): Promise<LibraryNode> {
    return this.library.rename(getActor(context), input)
  }
}
