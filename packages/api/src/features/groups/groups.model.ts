import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import { UserReferenceModel } from '../auth/index.js'

@ObjectType('GroupReference', { description: 'As much of a group as others may know.' })
export class GroupReferenceModel {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string

  @Field(() => String, { description: 'How the group is called.' })
  name!: string
}

@ObjectType('Group', { description: 'People who get rights together, as administrators see them.' })
export class GroupModel {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string

  @Field(() => String, { description: 'How the group is called; no other has the same name.' })
  name!: string
}

export const GroupConnectionModel = createConnectionModel('Group', GroupModel)
export const GroupMemberConnectionModel = createConnectionModel('GroupMember', UserReferenceModel)

@InputType({ description: 'Another name for a group.' })
export class RenameGroupInput {
  @Field(() => ID, { description: 'The group.' })
  id!: string

  @Field(() => String, { description: 'Its new name.' })
  name!: string
}

@InputType({ description: 'People for a group.' })
export class AddGroupMembersInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string

  @Field(() => [ID], { description: 'Who comes into it; those in it already stay.' })
  userIds!: string[]
}

@InputType({ description: 'Somebody who leaves a group.' })
export class RemoveGroupMemberInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string

  @Field(() => ID, { description: 'Who leaves it.' })
  userId!: string
}
