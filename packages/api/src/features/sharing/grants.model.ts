import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import { RoleModel, type Role } from '../access/index.js'
import { UserReferenceModel } from '../auth/index.js'
import { GroupReferenceModel } from '../groups/index.js'
import { FolderReferenceModel } from '../library/index.js'

@ObjectType('Grant', {
  description: 'A right of a person, a group or everyone on a node and on all below it.',
})
export class GrantModel {
  @Field(() => ID, { description: 'Names the right when it is taken away.' })
  id!: string

  @Field(() => RoleModel, { description: 'What it allows.' })
  role!: Role

  @Field(() => UserReferenceModel, { nullable: true, description: 'The person it belongs to, if it is one.' })
  user!: UserReferenceModel | null

  @Field(() => GroupReferenceModel, { nullable: true, description: 'The group it belongs to, if it is one.' })
  group!: GroupReferenceModel | null

  @Field(() => Boolean, { description: 'Whether it belongs to all members of the portal.' })
  everyone!: boolean

  @Field(() => Boolean, { description: 'Whether the person got it by a share link; it goes with the link.' })
  isByLink!: boolean

  @Field(() => Boolean, { description: 'Whether it allows taking the file along.' })
  mayDownload!: boolean

  @Field(() => FolderReferenceModel, {
    description: 'Where it was given: the node itself, or a folder around it.',
  })
  source!: FolderReferenceModel

  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  createdAt!: Date
}

@ObjectType('EffectiveAccess', { description: 'What one person may do with a node, and why.' })
export class EffectiveAccessModel {
  @Field(() => RoleModel, { nullable: true, description: 'Null when the person has no access.' })
  role!: Role | null

  @Field(() => Boolean, { description: 'Whether the person may take the file along.' })
  mayDownload!: boolean

  @Field(() => Boolean, { description: 'Whether the person owns everything as an administrator.' })
  isAdministrator!: boolean

  @Field(() => GrantModel, {
    nullable: true,
    description: 'The right that decides: the nearest, then the strongest.',
  })
  grant!: GrantModel | null
}

@ObjectType('ShareCandidates', { description: 'With whom something can be shared.' })
export class ShareCandidatesModel {
  @Field(() => [UserReferenceModel], { description: 'At most 20 people by name.' })
  users!: UserReferenceModel[]

  @Field(() => [GroupReferenceModel], { description: 'At most 20 groups by name.' })
  groups!: GroupReferenceModel[]
}

@InputType({ description: 'A right to give. Name exactly one of `userId`, `groupId` and `everyone`.' })
export class SetGrantInput {
  @Field(() => ID, { description: 'The folder or document.' })
  nodeId!: string

  @Field(() => ID, { nullable: true, description: 'The person who gets it.' })
  userId?: string | null

  @Field(() => ID, { nullable: true, description: 'The group that gets it.' })
  groupId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'True gives it to all members of the portal.' })
  everyone?: boolean | null

  @Field(() => RoleModel, { description: 'At most your own; replaces what the same subject has here.' })
  role!: Role
}

export const GrantConnectionModel = createConnectionModel('Grant', GrantModel)
