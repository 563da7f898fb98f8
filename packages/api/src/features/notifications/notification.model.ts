import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import type { NotificationKind } from './notification.repository.js'

/** The kinds of notifications as GraphQL writes them. */
export const NotificationKindModel = {
  SHARE: 'share',
  MENTION: 'mention',
  SAVE_FAILED: 'save_failed',
  CONFLICT: 'conflict',
} as const satisfies Record<string, NotificationKind>

registerEnumType(NotificationKindModel, {
  name: 'NotificationKind',
  description: 'What a notification is about.',
  valuesConfig: {
    SHARE: { description: 'Somebody shared a document or folder with you.' },
    MENTION: { description: 'Somebody mentioned you in a comment.' },
    SAVE_FAILED: { description: 'What was written could not be saved.' },
    CONFLICT: { description: 'A document was changed in two ways at once; both are kept.' },
  },
})

@ObjectType('Notification', { description: 'Something you were told.' })
export class NotificationModel {
  @Field(() => ID, { description: 'Names it in `markNotificationsRead`.' })
  id!: string

  @Field(() => NotificationKindModel, { description: 'What it is about.' })
  kind!: NotificationKind

  @Field(() => ID, {
    nullable: true,
    description: 'The document or folder; perhaps you may not see it any more.',
  })
  nodeId!: string | null

  @Field(() => String, { description: 'What the document or folder was called then.' })
  title!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Where in the document, in JSON as `editorConfig.actionLink` takes it; null for the document as a whole.',
  })
  place!: string | null

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  createdAt!: Date

  @Field(() => Boolean, { description: 'Whether you have seen it.' })
  isRead!: boolean
}

export const NotificationConnectionModel = createConnectionModel('Notification', NotificationModel)

@InputType({ description: 'People who are mentioned in a comment.' })
export class MentionInput {
  @Field(() => ID, { description: 'The document with the comment.' })
  documentId!: string

  @Field(() => [String], { description: 'Their addresses, at most 50.' })
  emails!: string[]

  @Field(() => String, { description: 'The comment; of a longer one the first 1,000 characters.' })
  message!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Where the comment is: the `actionLink` of `onRequestSendNotify` in JSON, at most 1,000 characters.',
  })
  place?: string | null
}

@ObjectType('MentionCandidate', { description: 'Somebody who can be mentioned.' })
export class MentionCandidateModel {
  @Field(() => ID, { description: 'Names the person in `mentionPeople`.' })
  id!: string

  @Field(() => String, { description: 'How the person is called.' })
  name!: string

  @Field(() => String, { description: 'By this the editor tells people of the same name apart.' })
  email!: string
}
