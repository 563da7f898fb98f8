import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import type { Theme } from './user.repository.js'

/** The looks of portal and editor as GraphQL writes them. */
const ThemeModel = { LIGHT: 'light', DARK: 'dark', SYSTEM: 'system' } as const satisfies Record<string, Theme>

registerEnumType(ThemeModel, {
  name: 'Theme',
  description: 'How portal and editor look.',
  valuesConfig: {
    LIGHT: { description: 'Dark on light.' },
    DARK: { description: 'Light on dark.' },
    SYSTEM: { description: 'As the device is set.' },
  },
})

@ObjectType('User', { description: 'A person who uses the portal.' })
export class UserModel {
  @Field(() => ID, { description: 'Stays the same whatever the person is called.' })
  id!: string

  @Field(() => String, { description: 'How others see the person.' })
  name!: string

  @Field(() => String, {
    nullable: true,
    description: 'With which the person signs in; null for guests who came by a link.',
  })
  email!: string | null

  @Field(() => Boolean, { description: 'Whether the person owns everything and invites others.' })
  isAdministrator!: boolean

  @Field(() => Boolean, { description: 'Somebody who came by a share link and has no account.' })
  isGuest!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Language tag, such as `en` or `zh-CN`; null until one is chosen.',
  })
  language!: string | null

  @Field(() => ThemeModel, { description: 'How portal and editor look.' })
  theme!: Theme

  @Field(() => Boolean, { description: 'Documents are shown first, and edited when that is asked for.' })
  opensForReading!: boolean

  @Field(() => Boolean, { description: 'Whether the person can sign in by password.' })
  hasPassword!: boolean
}

@ObjectType('UserReference', { description: 'As much of a person as others may know.' })
export class UserReferenceModel {
  @Field(() => ID, { description: 'Stays the same whatever the person is called.' })
  id!: string

  @Field(() => String, { description: 'How the person is called.' })
  name!: string
}

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The address of the account; case and outer spaces do not matter.' })
  email!: string

  @Field(() => String, { description: 'The password of the account.' })
  password!: string
}

@InputType({ description: 'A new password, and what proves that it is you.' })
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'Needed once, by an administrator who has none yet.' })
  email?: string | null

  @Field(() => String, { nullable: true, description: 'Needed when there is a password already.' })
  currentPassword?: string | null

  @Field(() => String, { description: 'At least 10 characters.' })
  newPassword!: string
}

@InputType({ description: 'What changes of your own profile; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'How others see you.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Language tag, such as `en` or `zh-CN`.' })
  language?: string | null

  @Field(() => ThemeModel, { nullable: true, description: 'How portal and editor look.' })
  theme?: Theme | null

  @Field(() => Boolean, { nullable: true, description: 'Whether documents are shown first.' })
  opensForReading?: boolean | null
}

@ObjectType('PasswordLinkPreview', { description: 'Whom an invitation or a link for a new password is for.' })
export class PasswordLinkPreviewModel {
  @Field(() => String, { description: 'How the person is called until now.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'The address with which the person signs in.' })
  email!: string | null

  @Field(() => Boolean, { description: 'Whether the account is new.' })
  isInvitation!: boolean
}

@InputType({ description: 'A password chosen with a link.' })
export class SetPasswordWithLinkInput {
  @Field(() => String, { description: 'The last part of the link.' })
  token!: string

  @Field(() => String, { nullable: true, description: 'How you want to be called; kept when left out.' })
  name?: string | null

  @Field(() => String, { description: 'At least 10 characters.' })
  newPassword!: string
}
