import { GraphQLDateTime } from 'graphql-scalars'
import { findFormat, type DocumentType } from '@lectern/shared'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { createConnectionModel, PageArgs, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { UserReferenceModel } from '../auth/index.js'
import {
  DocumentTypeModel,
  FolderReferenceModel,
  NodeModel,
  rootFolderId,
  type LibraryNode,
} from '../library/index.js'
import type { TrashEntry } from './trash.repository.js'
import type { DeleteNodes, TrashService } from './trash.service.js'

@InputType({ description: 'What goes into the bin.' })
export class DeleteNodesInput implements DeleteNodes {
  @Field(() => [ID], { description: 'Documents and folders, at most 500.' })
  ids!: string[]

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also what people are editing now; without it such are refused with BEING_EDITED.',
  })
  evenIfEdited?: boolean | null
}

@ObjectType('TrashEntry', {
  description: 'A document or folder in the bin, with all that went along with it.',
})
export class TrashEntryModel {
  @Field(() => ID, { description: 'Names it in `restoreNodes` and `deleteForever`.' })
  id!: string

  @Field(() => String, { description: 'How it was called.' })
  name!: string

  @Field(() => GraphQLDateTime, { description: 'When it was deleted.' })
  deletedAt!: Date
}

const TrashConnectionModel = createConnectionModel('TrashEntry', TrashEntryModel)

@Resolver(() => TrashEntryModel)
export class TrashResolver {
  constructor(private readonly bin: TrashService) {}

  @FieldResolver(() => DocumentTypeModel, { nullable: true, description: 'Null for folders.' })
  documentType(@Root() { type, fileType }: TrashEntry): DocumentType | null {
    return type === 'folder' ? null : (findFormat(fileType ?? '')?.documentType ?? 'word')
  }

  @FieldResolver(() => UserReferenceModel, { nullable: true, description: 'Who deleted it.' })
  async deletedBy(@Ctx() { loaders }: Context, @Root() { deletedById }: TrashEntry) {
    return (deletedById ? await loaders.users.load(deletedById) : undefined) ?? null
  }

  @FieldResolver(() => FolderReferenceModel, {
    nullable: true,
    description: 'Where it was; null when that folder is gone too, or not for you to see.',
  })
  async folder(@Ctx() { loaders }: Context, @Root() { parentId }: TrashEntry) {
    const isReadable = parentId === rootFolderId || (await loaders.roles.load(parentId)) !== undefined
    return (isReadable ? await loaders.nodes.load(parentId) : undefined) ?? null
  }

  @Query(() => TrashConnectionModel, {
    description: 'What you deleted, or what of yours was deleted, the newest first.',
  })
  async trash(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<TrashEntry>> {
    return this.bin.list(getActor(context), page)
  }

  @Query(() => Int, { description: 'After so many days things in the bin are deleted for ever.' })
  trashRetentionDays(): number {
    return this.bin.retentionDays
  }

  @Mutation(() => Boolean, {
    description: 'Puts a document, or a folder with all in it, in the bin.',
    deprecationReason: 'Use deleteNodes, which takes several and asks before it deletes what is edited.',
  })
  async deleteNode(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'A folder or a document.' }) id: string,
  ): Promise<boolean> {
    await this.bin.delete(getActor(context), { ids: [id], evenIfEdited: true })
    return true
  }

  @Mutation(() => Boolean, { description: 'Puts documents, and folders with all in them, in the bin.' })
  async deleteNodes(
    @Ctx() context: Context,
    @Arg('input', () => DeleteNodesInput) input: DeleteNodesInput,
  ): Promise<boolean> {
    await this.bin.delete(getActor(context), input)
    return true
  }

  @Mutation(() => [NodeModel], {
    description:
      'Brings things back from the bin to where they were, or to the nearest folder around that is still there.',
  })
  async restoreNodes(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'Entries of the bin.' }) ids: string[],
  ): Promise<LibraryNode[]> {
    return this.bin.restore(getActor(context), ids)
  }

  @Mutation(() => Boolean, { description: 'Deletes things of the bin for ever, with all of their versions.' })
  async deleteForever(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'Entries of the bin.' }) ids: string[],
  ): Promise<boolean> {
    await this.bin.deleteForever(getActor(context), ids)
    return true
  }

  @Mutation(() => Int, { description: 'Deletes all in your bin for ever, and tells how many that were.' })
  async emptyTrash(@Ctx() context: Context): Promise<number> {
    return this.bin.empty(getActor(context))
  }
}
