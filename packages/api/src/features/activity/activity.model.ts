import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import { RoleModel, type Role } from '../access/index.js'
import type { ActivityAction } from './activity.repository.js'

/** The actions as GraphQL writes them. */
export const ActivityActionModel = {
  CREATED: 'created',
  UPLOADED: 'uploaded',
  RENAMED: 'renamed',
  MOVED: 'moved',
  COPIED: 'copied',
  OPENED: 'opened',
  SAVED: 'saved',
  VERSION_UPLOADED: 'version_uploaded',
  VERSION_RESTORED: 'version_restored',
  DOWNLOADED: 'downloaded',
  SHARED: 'shared',
  UNSHARED: 'unshared',
  LINK_MADE: 'link_made',
  LINK_REMOVED: 'link_removed',
  DELETED: 'deleted',
  RESTORED: 'restored',
  DELETED_FOREVER: 'deleted_forever',
} as const satisfies Record<string, ActivityAction>

registerEnumType(ActivityActionModel, {
  name: 'ActivityAction',
  description: 'What somebody did with a document or folder.',
  valuesConfig: {
    CREATED: { description: 'Made it, empty or from a template.' },
    UPLOADED: { description: 'Uploaded it.' },
    RENAMED: { description: 'Gave it another name.' },
    MOVED: { description: 'Put it into another folder.' },
    COPIED: { description: 'Made it as a copy of another one.' },
    OPENED: { description: 'Opened it in the editor; told once in ten minutes.' },
    SAVED: { description: 'Changed it in the editor.' },
    VERSION_UPLOADED: { description: 'Uploaded a new version.' },
    VERSION_RESTORED: { description: 'Brought an earlier version back.' },
    DOWNLOADED: { description: 'Downloaded it, alone or in an archive.' },
    SHARED: { description: 'Gave a person, a group or everyone a right on it.' },
    UNSHARED: { description: 'Took a right on it away.' },
    LINK_MADE: { description: 'Made a share link.' },
    LINK_REMOVED: { description: 'Deleted a share link.' },
    DELETED: { description: 'Put it in the bin.' },
    RESTORED: { description: 'Brought it back from the bin.' },
    DELETED_FOREVER: { description: 'Deleted it for ever.' },
  },
})

@ObjectType('Activity', { description: 'Something that somebody did with a document or folder.' })
export class ActivityModel {
  @Field(() => ID, { description: 'Stays the same.' })
  id!: string

  @Field(() => ActivityActionModel, { description: 'What was done.' })
  action!: ActivityAction

  @Field(() => ID, { description: 'The document or folder; it may be gone now.' })
  nodeId!: string

  @Field(() => String, { description: 'How the document or folder was called then.' })
  nodeName!: string

  @Field(() => String, { nullable: true, description: 'How it was called before it was renamed.' })
  previousName!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The person or group with whom it was shared; null for everyone, and for links.',
  })
  subject!: string | null

  @Field(() => RoleModel, { nullable: true, description: 'The role that was given or taken away.' })
  role!: Role | null

  @Field(() => GraphQLDateTime, { description: 'When it was done.' })
  createdAt!: Date
}

export const ActivityConnectionModel = createConnectionModel('Activity', ActivityModel)

@InputType({ description: 'Which activities are asked for; what is left out restricts nothing.' })
export class ActivityFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this document or folder only, also when it is gone.' })
  nodeId?: string | null

  @Field(() => ID, { nullable: true, description: 'Of this person only.' })
  actorId?: string | null

  @Field(() => [ActivityActionModel], { nullable: true, description: 'Only these.' })
  actions?: ActivityAction[] | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From this time on.' })
  since?: Date | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before this time.' })
  until?: Date | null
}
