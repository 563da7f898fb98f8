import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { ChangePasswordInput, SignInInput, UpdateProfileInput, UserModel } from './auth.model.js'
import type { AuthService, SignedIn } from './auth.service.js'
import type { User } from './user.repository.js'

type UserView = Omit<User, 'passwordHash' | 'createdAt' | 'updatedAt'> & { hasPassword: boolean }

function present({ id, name, email, isAdministrator, isGuest, language, passwordHash }: User): UserView {
  return { id, name, email, isAdministrator, isGuest, language, hasPassword: passwordHash !== null }
}

function enter(context: Context, { user, sessionToken }: SignedIn): UserView {
  context.setSessionCookie(sessionToken)
  return present(user)
}

@Resolver(() => UserModel)
export class AuthResolver {
  constructor(private readonly auth: AuthService) {}

  @Query(() => UserModel, { nullable: true, description: 'The person signed in, or null.' })
  async viewer(@Ctx() { actor }: Context): Promise<UserView | null> {
    return actor ? present(await this.auth.getUser(actor)) : null
  }

  @Mutation(() => UserModel, { description: 'Opens a session, kept in a cookie.' })
  async signIn(
    @Ctx() context: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<UserView> {
    return enter(context, await this.auth.signIn(input, context.address))
  }

  @Mutation(() => UserModel, { description: 'Uses up the one-time link that the server printed.' })
  async signInWithLink(
    @Ctx() context: Context,
    @Arg('token', () => String) token: string,
  ): Promise<UserView> {
    return enter(context, await this.auth.signInWithLink(token, context.address))
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
    return present(await this.auth.changePassword(getActor(context), input, context.sessionToken))
  }

  @Mutation(() => UserModel, { description: 'Changes name and language; what is left out stays.' })
  async updateProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
  ): Promise<UserView> {
    return present(await this.auth.updateProfile(getActor(context), input))
  }
}
