import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import type { AccountService } from './account.service.js'
import {
  ChangePasswordInput,
  PasswordLinkPreviewModel,
  SetPasswordWithLinkInput,
  SignInInput,
  UpdateProfileInput,
  UserModel,
} from './auth.model.js'
import type { AuthService, SignedIn } from './auth.service.js'
import type { PasswordLinkService } from './password-link.service.js'
import type { User } from './user.repository.js'

type UserView = Omit<User, 'passwordHash' | 'createdAt' | 'updatedAt' | 'deactivatedAt'> & {
  hasPassword: boolean
}

/** Shows people themselves. */
export function presentUser(user: User): UserView {
  const { id, name, email, isAdministrator, isGuest, language, theme, opensForReading, pictureToken } = user
  const choices = { language, theme, opensForReading, pictureToken }
  const hasPassword = user.passwordHash !== null
  return { id, name, email, isAdministrator, isGuest, ...choices, hasPassword }
}

function enter(context: Context, { user, sessionToken }: SignedIn): UserView {
  context.setSessionCookie(sessionToken)
  return presentUser(user)
}

@Resolver(() => UserModel)
export class AuthResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly account: AccountService,
    private readonly passwordLinks: PasswordLinkService,
  ) {}

  @Query(() => UserModel, { nullable: true, description: 'The person signed in, or null.' })
  async viewer(@Ctx() { actor }: Context): Promise<UserView | null> {
    return actor ? presentUser(await this.account.getUser(actor)) : null
  }

  @Query(() => PasswordLinkPreviewModel, {
    description: 'Whom an invitation or a link for a new password is for.',
  })
  async passwordLinkPreview(
    @Ctx() { address }: Context,
    @Arg('token', () => String, { description: 'The last part of the link.' }) token: string,
  ): Promise<{ name: string; email: string | null; isInvitation: boolean }> {
    const { user, purpose } = await this.passwordLinks.find(token, address)
    return { name: user.name, email: user.email, isInvitation: purpose === 'invitation' }
  }

  @Mutation(() => UserModel, { description: 'Opens a session, kept in a cookie.' })
  async signIn(
    @Ctx() context: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<UserView> {
    return enter(context, await this.auth.signIn(input, context))
  }

  @Mutation(() => UserModel, { description: 'Uses up the one-time link that the server printed.' })
  async signInWithLink(
    @Ctx() context: Context,
    @Arg('token', () => String, { description: 'The last part of the link.' }) token: string,
  ): Promise<UserView> {
    return enter(context, await this.auth.signInWithLink(token, context))
  }

  @Mutation(() => UserModel, {
    description: 'Uses up an invitation or a link for a new password: sets the password and opens a session.',
  })
  async setPasswordWithLink(
    @Ctx() context: Context,
    @Arg('input', () => SetPasswordWithLinkInput) input: SetPasswordWithLinkInput,
  ): Promise<UserView> {
    return enter(context, await this.passwordLinks.setPassword(input, context))
  }

  @Mutation(() => Boolean, {
    description: 'Mails a link for a new password. The answer is the same when nobody has the address.',
  })
  async requestPasswordReset(
    @Ctx() context: Context,
    @Arg('email', () => String, { description: 'The address with which the person signs in.' }) email: string,
  ): Promise<boolean> {
    await this.passwordLinks.requestReset(email, context, context.baseUrl)
    return true
  }

  @Mutation(() => Boolean, { description: 'Closes the session of this browser.' })
  async signOut(@Ctx() context: Context): Promise<boolean> {
    if (context.sessionToken) await this.auth.signOut(context.sessionToken)
    context.clearSessionCookie()
    return true
  }

  @Mutation(() => UserModel, { description: 'Sets or changes the password, and ends all other sessions.' })
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<UserView> {
    return presentUser(await this.account.changePassword(getActor(context), input, context.sessionToken))
  }

  @Mutation(() => UserModel, {
    description: 'Changes name, language, look and how documents open; what is left out stays.',
  })
  async updateProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
  ): Promise<UserView> {
    return presentUser(await this.account.updateProfile(getActor(context), input))
  }
}
