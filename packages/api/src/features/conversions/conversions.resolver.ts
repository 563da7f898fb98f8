import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentModel, type DocumentNode } from '../library/index.js'
import type { ConversionsService, ConvertDocument } from './conversions.service.js'
import { listOutputTypes } from './output-types.js'

@InputType({ description: 'Which document becomes one of which type.' })
class ConvertDocumentInput implements ConvertDocument {
  @Field(() => ID, { description: 'A document that you may download.' })
  documentId!: string

  @Field(() => String, { description: 'One of its `conversions`.' })
  fileType!: string

  @Field(() => ID, {
    nullable: true,
    description: 'The folder into which the new document goes; without it that of the first one.',
  })
  folderId?: string | null
}

@Resolver(() => DocumentModel)
export class ConversionsResolver {
  constructor(private readonly conversionsService: ConversionsService) {}

  @FieldResolver(() => [String], {
    description:
      'Into which file types it can be converted: by `convertDocument`, or by adding `?as=` and the type to `downloadUrl`.',
  })
  conversions(@Root() { fileType }: DocumentNode): string[] {
    return listOutputTypes(fileType)
  }

  @Mutation(() => DocumentModel, {
    description:
      'Has the document server make a copy in another format, as a new document. A taken name gets a number.',
  })
  async convertDocument(
    @Ctx() context: Context,
    @Arg('input', () => ConvertDocumentInput) input: ConvertDocumentInput,
  ): Promise<DocumentModel> {
    return this.conversionsService.convert(getActor(context), input)
  }
}
