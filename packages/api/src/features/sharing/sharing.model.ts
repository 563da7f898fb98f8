import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RoleModel, type Role } from '../access/index.js'

@ObjectType('ShareLink', { description: 'A link that gives whoever opens it a role.' })
export class ShareLinkModel {
  @Field(() => ID)
  id!: string

  @Field(() => RoleModel)
  role!: Role

  @Field(() => GraphQLDateTime)
  createdAt!: Date
}

@ObjectType('CreatedShareLink')
export class CreatedShareLinkModel {
  @Field(() => ShareLinkModel)
  link!: ShareLinkModel

  @Field(() => String, { description: 'Address to hand on.' })
  url!: string
}

@ObjectType('ShareLinkPreview', { description: 'What a stranger with the link may know before joining.' })
export class ShareLinkPreviewModel {
  @Field(() => String)
  title!: string

  @Field(() => RoleModel)
  role!: Role

  @Field(() => String, { description: 'Name of the person who made the link.' })
  invitedBy!: string

  @Field(() => Boolean, { description: 'Whether joining needs a name, because nobody is signed in.' })
  needsName!: boolean
}

@InputType()
export class CreateShareLinkInput {
  @Field(() => ID)
  nodeId!: string

  @Field(() => RoleModel, { description: 'Any but `OWNER`.' })
  role!: Role
}

@InputType()
export class JoinShareLinkInput {
  @Field(() => String)
  token!: string

  @Field(() => String, { nullable: true, description: "A guest's name; ignored when somebody is signed in." })
  name?: string | null
}
