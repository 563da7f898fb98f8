import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graphql/context.js'
import { DocumentModel, type DocumentNode } from '../library/index.js'
import { previewUrlOf } from './preview.repository.js'

@Resolver(() => DocumentModel)
export class PreviewsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Path of a picture (PNG) of the first page; null until one is made, and for files that cannot be painted.',
  })
  async previewUrl(@Ctx() { loaders }: Context, @Root() { id }: DocumentNode): Promise<string | null> {
    const preview = await loaders.previews.load(id)
    return preview ? previewUrlOf(preview) : null
  }
}
