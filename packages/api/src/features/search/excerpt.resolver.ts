import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graphql/context.js'
import { DocumentModel, type DocumentNode } from '../library/index.js'
import { cutExcerpt, type ExcerptPart } from './excerpt.js'

@ObjectType('ExcerptPart', {
  description: 'A piece of an excerpt; all of them in their order are the whole.',
})
export class ExcerptPartModel implements ExcerptPart {
  @Field(() => String, { description: 'As it is written in the document.' })
  text!: string

  @Field(() => Boolean, { description: 'Whether this is what was looked for.' })
  isHit!: boolean
}

@Resolver(() => DocumentModel)
export class ExcerptResolver {
  @FieldResolver(() => [ExcerptPartModel], {
    nullable: true,
    description: 'Where its contents, as the search knows them, speak of something; null where they do not.',
  })
  async excerpt(
    @Ctx() { loaders }: Context,
    @Root() { id }: DocumentNode,
    @Arg('text', () => String, { description: 'Words or their beginnings, as for the search.' }) text: string,
  ): Promise<ExcerptPart[] | null> {
    const contents = await loaders.searchTexts.load(id)
    return cutExcerpt(contents ?? '', text) ?? null
  }
}
