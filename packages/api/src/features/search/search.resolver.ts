import { GraphQLDateTime } from 'graphql-scalars'
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql'
import type { DocumentType } from '@lectern/shared'
import { createConnectionModel, PageArgs, readPage } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentTypeModel, NodeModel } from '../library/index.js'
import type { Found, Search, SearchService } from './search.service.js'

@InputType({ description: 'What to look for; all that is given must fit.' })
export class SearchInput implements Search {
  @Field(() => String, { description: 'Words, or their beginnings, of names and contents.' })
  text!: string

  @Field(() => [DocumentTypeModel], { nullable: true, description: 'Only documents of these types.' })
  documentTypes?: DocumentType[] | null

  @Field(() => ID, { nullable: true, description: 'Only what this person made.' })
  ownerId?: string | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only what changed at this time or later.' })
  updatedAfter?: Date | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only what changed before this time.' })
  updatedBefore?: Date | null
}

const SearchConnectionModel = createConnectionModel('Search', NodeModel)

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchService) {}

  @Query(() => SearchConnectionModel, {
    description:
      'Documents and folders that you may read, by names and contents, the best first; looks at the 1,000 newest hits.',
  })
  async search(
    @Ctx() context: Context,
    @Arg('input', () => SearchInput) input: SearchInput,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<Found> {
    return this.searching.find(getActor(context), input, readPage(first, after))
  }
}

@Resolver(() => SearchConnectionModel)
export class SearchConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are on all pages; takes longer than a page.' })
  async totalCount(@Root() { count }: Found): Promise<number> {
    return count()
  }
}
