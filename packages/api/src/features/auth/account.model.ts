import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import type { ApiScope } from './actor.js'

/** The scopes of API tokens as GraphQL writes them. */
export const ApiScopeModel = { READ: 'read', WRITE: 'write', MANAGE: 'manage' } as const satisfies Record<
  string,
  ApiScope
>

registerEnumType(ApiScopeModel, {
  name: 'ApiScope',
  description: 'What an API token allows; never more than its owner may do.',
  valuesConfig: {
    READ: { description: 'Queries and downloads.' },
    WRITE: { description: 'Mutations and uploads.' },
    MANAGE: {
      description: 'Administration of people and groups, and of the account: password, sessions, tokens.',
    },
  },
})

@ObjectType('Session', { description: 'A browser in which you are signed in.' })
export class SessionModel {
  @Field(() => ID, { description: 'Names the session when it is ended.' })
  id!: string

  @Field(() => String, { description: 'How the browser calls itself.' })
  userAgent!: string

  @Field(() => String, { description: 'Network address from which it was opened.' })
  address!: string

  @Field(() => GraphQLDateTime, { description: 'When you signed in there.' })
  createdAt!: Date

  @Field(() => GraphQLDateTime, { description: 'Last used, within five minutes.' })
  lastSeenAt!: Date

  @Field(() => Boolean, { description: 'Whether it is the browser that asks.' })
  isCurrent!: boolean
}

@ObjectType('ApiToken', { description: 'A key with which a program acts for you.' })
export class ApiTokenModel {
  @Field(() => ID, { description: 'Names the token when it is deleted; not the token itself.' })
  id!: string

  @Field(() => String, { description: 'What it is for, in your words.' })
  name!: string

  @Field(() => [ApiScopeModel], { description: 'What it allows.' })
  scopes!: ApiScope[]

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null when it works until it is deleted.' })
  expiresAt!: Date | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Within five minutes; null when never used.' })
  lastUsedAt!: Date | null
}

@ObjectType('CreatedApiToken', { description: 'A new API token.' })
export class CreatedApiTokenModel {
  @Field(() => ApiTokenModel, { description: 'What the list of tokens shows of it.' })
  apiToken!: ApiTokenModel

  @Field(() => String, {
    description: 'The token, to be sent as `Authorization: Bearer <token>`. It is never shown again.',
  })
  token!: string
}

@InputType({ description: 'What a new API token is for and may do.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for, in your words.' })
  name!: string

  @Field(() => [ApiScopeModel], { description: 'At least one.' })
  scopes!: ApiScope[]

  @Field(() => Int, { nullable: true, description: 'At most 3650; without it the token does not expire.' })
  expiresInDays?: number | null
}

export const SessionConnectionModel = createConnectionModel('Session', SessionModel)
export const ApiTokenConnectionModel = createConnectionModel('ApiToken', ApiTokenModel)
