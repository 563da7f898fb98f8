import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'

export const SiteRole = { ADMINISTRATOR: 'administrator', MEMBER: 'member', GUEST: 'guest' } as const
export type SiteRole = (typeof SiteRole)[keyof typeof SiteRole]

registerEnumType(SiteRole, {
  name: 'SiteRole',
  description: 'What somebody is in the portal as a whole.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'Owns everything, and invites people.' },
    MEMBER: { description: 'Makes spaces, and gets what is shared with everyone.' },
    GUEST: { description: 'Sees only what was shared with them in person.' },
  },
})

export const PersonStatus = { ACTIVE: 'active', INVITED: 'invited', DEACTIVATED: 'deactivated' } as const
export type PersonStatus = (typeof PersonStatus)[keyof typeof PersonStatus]

registerEnumType(PersonStatus, {
  name: 'PersonStatus',
  description: 'Whether somebody can come in.',
  valuesConfig: {
    ACTIVE: { description: 'Can come in.' },
    INVITED: { description: 'Has not chosen a password yet.' },
    DEACTIVATED: { description: 'May not come in any more; what they made is kept.' },
  },
})

@ObjectType('Person', { description: 'A person as administrators see them.' })
export class PersonModel {
  @Field(() => ID, { description: 'Stays the same for ever.' })
  id!: string

  @Field(() => String, { description: 'How the person is called.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Null for guests who came by a share link.' })
  email!: string | null

  @Field(() => SiteRole, { description: 'What the person is in the portal.' })
  siteRole!: SiteRole

  @Field(() => PersonStatus, { description: 'Whether the person can come in.' })
  status!: PersonStatus

  @Field(() => GraphQLDateTime, { description: 'When the account was made.' })
  createdAt!: Date

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Within five minutes; null when never.' })
  lastSeenAt!: Date | null
}

export const PersonConnectionModel = createConnectionModel('Person', PersonModel)

@ObjectType('PasswordLink', { description: 'A link with which somebody chooses a password, once.' })
export class PasswordLinkModel {
  @Field(() => PersonModel, { description: 'Whom it is for.' })
  person!: PersonModel

  @Field(() => String, { description: 'Address to hand on; it is shown this once.' })
  url!: string

  @Field(() => Boolean, { description: 'Whether it went out by mail already.' })
  isMailed!: boolean
}

@InputType({ description: 'Whom to invite.' })
export class InvitePersonInput {
  @Field(() => String, { description: 'The address with which the person will sign in.' })
  email!: string

  @Field(() => String, {
    nullable: true,
    description: 'The person may change it; else taken from the address.',
  })
  name?: string | null

  @Field(() => SiteRole, { description: 'What the person will be in the portal.' })
  siteRole!: SiteRole
}

@InputType({ description: 'What to change of a person; what is left out stays.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string

  @Field(() => String, { nullable: true, description: 'Another name.' })
  name?: string | null

  @Field(() => SiteRole, { nullable: true, description: 'Another role in the portal.' })
  siteRole?: SiteRole | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'False signs the person out everywhere and lets them in no more; true lets them in again.',
  })
  isActive?: boolean | null
}
