import { GraphQLDateTime } from 'graphql-scalars'
import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql'
import type { DocumentType } from '@lectern/shared'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentTypeModel, NodeModel, readListPage, type LibraryNode } from '../library/index.js'
import type { Search, SearchService } from './search.service.js'

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

@Resolver()
export class SearchResolver {
  constructor(private readonly searching: SearchService) {}

  @Query(() => [NodeModel], {
    description: 'Documents and folders that you may read, by names and contents, the best first.',
  })
  async search(
    @Ctx() context: Context,
    @Arg('input', () => SearchInput) input: SearchInput,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'At most 500.' })
    first: number | null,
  ): Promise<LibraryNode[]> {
    return this.searching.find(getActor(context), input, readListPage(first ?? 20, 0).first)
  }
}
