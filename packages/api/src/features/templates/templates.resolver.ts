import { Arg, Args, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import type { DocumentType } from '@lectern/shared'
import { createConnectionModel, PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { DocumentModel, DocumentTypeModel } from '../library/index.js'
import type { CreateFromTemplate, Template, TemplatesService } from './templates.service.js'

@ObjectType('Template', { description: 'What a new document can be made from.' })
class TemplateModel implements Template {
  @Field(() => ID, { description: 'Of a document, or `builtin:` and a name.' })
  id!: string

  @Field(() => String, { description: 'What it is called, in your language.' })
  name!: string

  @Field(() => String, { description: 'Extension of the documents made from it, such as `docx`.' })
  fileType!: string

  @Field(() => DocumentTypeModel, { description: 'The kind of editor they open in.' })
  documentType!: DocumentType

  @Field(() => String, { nullable: true, description: 'Path of a picture of its first page.' })
  previewUrl!: string | null

  @Field(() => String, {
    nullable: true,
    description: "The folder in whose folder of templates it is; null for the portal's own.",
  })
  place!: string | null
}

@InputType({ description: 'Which template becomes which document.' })
class CreateFromTemplateInput implements CreateFromTemplate {
  @Field(() => ID, { description: 'Where the document goes.' })
  folderId!: string

  @Field(() => String, { description: 'The extension may be left out. A taken name gets a number.' })
  title!: string

  @Field(() => ID, { description: 'One of `templates`, or any document that you may download.' })
  templateId!: string
}

const TemplateConnectionModel = createConnectionModel('Template', TemplateModel)

@Resolver()
export class TemplatesResolver {
  constructor(private readonly templatesService: TemplatesService) {}

  @Query(() => TemplateConnectionModel, {
    description:
      'Templates for new documents in a folder: documents in folders named "Templates" or "模板" in it or in the folders around it, then those of the portal.',
  })
  async templates(
    @Ctx() context: Context,
    @Arg('folderId', () => ID, { description: 'Where the new document will be.' }) folderId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Template>> {
    return toPageOf(await this.templatesService.list(getActor(context), folderId), page)
  }

  @Mutation(() => DocumentModel, { description: 'Makes a document with the contents of a template.' })
  async createFromTemplate(
    @Ctx() context: Context,
    @Arg('input', () => CreateFromTemplateInput) input: CreateFromTemplateInput,
  ): Promise<DocumentModel> {
    return this.templatesService.create(getActor(context), input)
  }
}
