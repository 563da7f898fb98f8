import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  InputType,
  Field,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { createConnectionModel, PageArgs, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentModel, FolderModel, NodeModel, type LibraryNode } from '../library/index.js'
import type { CollectionsService } from './collections.service.js'

@InputType({ description: 'Whether something is to be among your favourites.' })
export class SetFavouriteInput {
  @Field(() => ID, { description: 'A document or a folder.' })
  nodeId!: string

  @Field(() => Boolean, { description: 'False takes the mark away.' })
  isFavourite!: boolean
}

const CollectionConnectionModel = createConnectionModel('Collection', NodeModel)

@Resolver()
export class CollectionsResolver {
  constructor(private readonly collections: CollectionsService) {}

  @Query(() => CollectionConnectionModel, { description: 'What you marked, the newest mark first.' })
  async favourites(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<LibraryNode>> {
    return this.collections.list(getActor(context), 'favourites', page)
  }

  @Query(() => CollectionConnectionModel, {
    description: 'Documents that you opened in the editor, the last first; the last 100 are remembered.',
  })
  async recentDocuments(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<LibraryNode>> {
    return this.collections.list(getActor(context), 'recent', page)
  }

  @Query(() => CollectionConnectionModel, {
    description:
      'What others shared with you, in person, by a group, with everyone or by a link; changed last first.',
  })
  async sharedWithMe(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<LibraryNode>> {
    return this.collections.listShared(getActor(context), page)
  }

  @Mutation(() => NodeModel, {
    description: 'Marks a document or folder as a favourite of yours, or takes the mark away.',
  })
  async setFavourite(
    @Ctx() context: Context,
    @Arg('input', () => SetFavouriteInput) input: SetFavouriteInput,
  ): Promise<LibraryNode> {
    return this.collections.setFavourite(getActor(context), input)
  }
}

@Resolver(() => DocumentModel)
export class FavouriteDocumentResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is among your favourites.' })
  async isFavourite(@Ctx() { loaders }: Context, @Root() { id }: LibraryNode): Promise<boolean> {
    return loaders.favourites.load(id)
  }
}

@Resolver(() => FolderModel)
export class FavouriteFolderResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is among your favourites.' })
  async isFavourite(@Ctx() { loaders }: Context, @Root() { id }: LibraryNode): Promise<boolean> {
    return loaders.favourites.load(id)
  }
}
