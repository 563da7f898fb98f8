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

@InputType({ description: 'A new, empty document.' })
export class CreateDocumentInput {
  @Field(() => ID, { description: 'The folder it comes into.' })
  folderId!: string

  @Field(() => String, { description: 'The extension may be left out. A taken name gets a number.' })
  title!: string

  @Field(() => String, { description: '`docx`, `xlsx` or `pptx`.' })
  fileType!: string
}

@InputType({ description: 'A new folder.' })
export class CreateFolderInput {
  @Field(() => ID, { description: 'The folder it comes into.' })
  parentId!: string

  @Field(() => String, { description: 'How it is called; cleaned of what names cannot hold.' })
  name!: string
}

@InputType({ description: 'A file that becomes a document.' })
export class UploadDocumentInput {
  @Field(() => ID, { description: 'The folder it comes into.' })
  folderId!: string

  @Field(() => GraphQLUpload, { description: 'By the GraphQL multipart request specification.' })
  file!: IncomingUpload

  @Field(() => NameConflictModel, { nullable: true, description: '`KEEP_BOTH` when left out.' })
  onConflict?: NameConflict
}

@InputType({ description: 'A new name.' })
export class RenameNodeInput {
  @Field(() => ID, { description: 'A folder or a document.' })
  id!: string

  @Field(() => String, { description: 'A document keeps its extension, whether or not it is repeated here.' })
  name!: string

  @Field(() => String, {
    nullable: true,
    description: 'The name that you saw: when somebody gave it another one meanwhile, nothing is changed.',
  })
  expectedName?: string | null
}
