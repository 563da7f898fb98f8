import { Field, ID, InputType } from 'type-graphql'
import { GraphQLUpload, type IncomingUpload } from '../../graphql/upload.js'
import type { DeleteVersion } from './version-deletion.js'
import type { MarkVersion, RestoreVersion } from './versions.service.js'

@InputType({ description: 'Which version becomes the current one again.' })
export class RestoreVersionInput implements RestoreVersion {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string

  @Field(() => ID, { description: 'One of its versions.' })
  versionId!: string
}

@InputType({ description: 'Which version goes.' })
export class DeleteVersionInput implements DeleteVersion {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string

  @Field(() => ID, { description: 'An earlier version of it that is not pinned.' })
  versionId!: string
}

@InputType({ description: 'A file that becomes the current version.' })
export class UploadVersionInput {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string

  @Field(() => GraphQLUpload, { description: "Of the document's own type, whatever its name." })
  file!: IncomingUpload
}

@InputType({ description: 'What to say about a version; what is left out stays as it is.' })
export class MarkVersionInput implements MarkVersion {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string

  @Field(() => ID, { description: 'One of its versions.' })
  versionId!: string

  @Field(() => String, { nullable: true, description: 'An empty name takes the name away.' })
  name!: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether no rule may delete it.' })
  isPinned!: boolean | null
}
