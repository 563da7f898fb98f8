import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentModel, type DocumentNode } from '../library/index.js'
import type { ConversionsService, ConvertDocument } from './conversions.service.js'
import type { EditorCopiesService, SaveEditorCopy } from './editor-copies.service.js'
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

@InputType({ description: 'A copy that the editor made, and where it goes.' })
class SaveEditorCopyInput implements SaveEditorCopy {
  @Field(() => ID, { description: 'The document that was open; you may download it.' })
  documentId!: string

  @Field(() => String, {
    description: 'The link that the editor gave with `onRequestSaveAs`: a result of the document server.',
  })
  url!: string

  @Field(() => String, { description: 'What the bytes are, such as `pdf`.' })
  fileType!: string

  @Field(() => String, {
    description: 'The name of the new document; an extension that is missing is added.',
  })
  title!: string

  @Field(() => ID, {
    nullable: true,
    description:
      'The folder into which it goes; without it that of the first document, or the library’s root when you may not add to that.',
  })
  folderId?: string | null
}

@Resolver(() => DocumentModel)
export class ConversionsResolver {
  constructor(
    private readonly conversionsService: ConversionsService,
    private readonly editorCopies: EditorCopiesService,
  ) {}

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

  @Mutation(() => DocumentModel, {
    description:
      'Keeps what somebody saved as a copy in the editor, as a new document. A taken name gets a number. Fails with `BAD_INPUT` for links elsewhere, and with `DOCUMENT_SERVER_UNREACHABLE` when the link is of no use any more.',
  })
  async saveEditorCopy(
    @Ctx() context: Context,
    @Arg('input', () => SaveEditorCopyInput) input: SaveEditorCopyInput,
  ): Promise<DocumentModel> {
    return this.editorCopies.save(getActor(context), input)
  }
}
