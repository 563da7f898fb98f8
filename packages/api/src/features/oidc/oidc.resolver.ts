import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graphql/context.js'
import { UserModel } from '../auth/index.js'
import { SingleSignOnModel } from './oidc.model.js'
import type { OidcService } from './oidc.service.js'

@Resolver(() => UserModel)
export class OidcResolver {
  constructor(private readonly oidc: OidcService) {}

  @Query(() => SingleSignOnModel, { nullable: true, description: 'Null when only passwords are taken.' })
  singleSignOn(): { label: string; url: string } | null {
    return this.oidc.describe()
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Asked for before signing out: the page to go to afterwards, which ends the single sign-on too. Null when this browser was signed in otherwise.',
  })
  signOutUrl(@Ctx() { actor, sessionToken, baseUrl }: Context): Promise<string | null> {
    return this.oidc.signOutUrl(actor, sessionToken, baseUrl)
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person can come in by single sign-on.' })
  hasSingleSignOn(@Root() user: UserModel): Promise<boolean> {
    return this.oidc.isLinked(user.id)
  }
}
