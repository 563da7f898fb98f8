import { Field, ID, InputType } from 'type-graphql'
import { GraphQLUpload, type IncomingUpload } from '../../graphql/upload.js'

@InputType()
export class CreateDocumentInput {
  @Field(() => ID)
  folderId!: string

  @Field(() => String, { description: 'The extension may be left out. A taken name gets a number.' })
  title!: string

  @Field(() => String, { description: '`docx`, `xlsx` or `pptx`.' })
  fileType!: string
}

@InputType()
export class CreateFolderInput {
  @Field(() => ID)
  parentId!: string

  @Field(() => String)
  name!: string
}

@InputType()
export class UploadDocumentInput {
  @Field(() => ID)
  folderId!: string

  @Field(() => GraphQLUpload, { description: 'By the GraphQL multipart request specification.' })
  file!: IncomingUpload
}

@InputType()
export class RenameNodeInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'A document keeps its extension, whether or not it is repeated here.' })
  name!: string
}
