import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { GraphQLUpload, type IncomingUpload } from '../../graphql/upload.js'
import type { NameConflict } from './document-creator.js'

/** What to do with a taken name as GraphQL writes it. */
const NameConflictModel = { KEEP_BOTH: 'keep_both', REFUSE: 'refuse' } as const satisfies Record<
  string,
  NameConflict
>
registerEnumType(NameConflictModel, {
  name: 'NameConflict',
  description: 'What becomes of a new document whose name the folder has already.',
  valuesConfig: {
    KEEP_BOTH: { description: 'The new one gets a number: `plan (2).docx`.' },
    REFUSE: {
      description:
        'Nothing is stored; the error NAME_TAKEN names in its details the `nodeId` that has the name, for uploadVersion.',
    },
  },
})

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

  @Field(() => NameConflictModel, { nullable: true, description: '`KEEP_BOTH` when left out.' })
  onConflict?: NameConflict
}

@InputType()
export class RenameNodeInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'A document keeps its extension, whether or not it is repeated here.' })
  name!: string
}
