import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import { RoleModel, type Role } from '../access/index.js'

@ObjectType('ShareLink', { description: 'A link that gives whoever opens it a role.' })
export class ShareLinkModel {
  @Field(() => ID, { description: 'Names the link when it is changed or deleted.' })
  id!: string

  @Field(() => RoleModel, { description: 'What those get who open it.' })
  role!: Role

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends; null when never.' })
  expiresAt!: Date | null

  @Field(() => Boolean, { description: 'Whether those who open it may take the file along.' })
  mayDownload!: boolean

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date
}

@ObjectType('CreatedShareLink', { description: 'A new share link.' })
export class CreatedShareLinkModel {
  @Field(() => ShareLinkModel, { description: 'What the list of links shows of it.' })
  link!: ShareLinkModel

  @Field(() => String, { description: 'Address to hand on.' })
  url!: string
}

@ObjectType('ShareLinkPreview', { description: 'What a stranger with the link may know before joining.' })
export class ShareLinkPreviewModel {
  @Field(() => String, { nullable: true, description: 'Null as long as the password is not given.' })
  title!: string | null

  @Field(() => RoleModel, { description: 'What whoever joins may do.' })
  role!: Role

  @Field(() => String, { description: 'Name of the person who made the link.' })
  invitedBy!: string

  @Field(() => Boolean, { description: 'Whether joining needs a name, because nobody is signed in.' })
  needsName!: boolean

  @Field(() => Boolean, { description: 'Whether joining needs the password of the link.' })
  needsPassword!: boolean
}

@InputType({ description: 'Terms of a link that all have in common.' })
class ShareLinkTermsInput {
  @Field(() => String, { nullable: true, description: 'At least 4 characters; null takes it away.' })
  password?: string | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends; null when never.' })
  expiresAt?: Date | null

  @Field(() => Boolean, { nullable: true, description: 'False forbids download, printing and copying.' })
  mayDownload?: boolean | null
}

@InputType({ description: 'A link to make.' })
export class CreateShareLinkInput extends ShareLinkTermsInput {
  @Field(() => ID, { description: 'The folder or document.' })
  nodeId!: string

  @Field(() => RoleModel, { description: 'Any but `OWNER`.' })
  role!: Role
}

@InputType({ description: 'What to change of a link; what is left out stays.' })
export class UpdateShareLinkInput extends ShareLinkTermsInput {
  @Field(() => ID, { description: 'The link.' })
  id!: string

  @Field(() => RoleModel, { nullable: true, description: 'Any but `OWNER`.' })
  role?: Role | null
}

@InputType({ description: 'How somebody comes in by a link.' })
export class JoinShareLinkInput {
  @Field(() => String, { description: 'The last part of the link.' })
  token!: string

  @Field(() => String, { nullable: true, description: "A guest's name; ignored when somebody is signed in." })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'The password of the link, if it has one.' })
  password?: string | null
}

export const ShareLinkConnectionModel = createConnectionModel('ShareLink', ShareLinkModel)
