import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import {
  ApiTokenConnectionModel,
  CreateApiTokenInput,
  CreatedApiTokenModel,
  SessionConnectionModel,
  type ApiTokenModel,
  type SessionModel,
} from './account.model.js'
import type { AccountService } from './account.service.js'
import { apiScopes } from './actor.js'
import type { ApiToken } from './api-token.repository.js'
import type { ApiTokenService } from './api-token.service.js'

type Presented<T> = { [K in keyof T]: T[K] }

function present({ scopes, ...token }: ApiToken): Presented<ApiTokenModel> {
  return { ...token, scopes: scopes ?? [...apiScopes] }
}

@Resolver()
export class AccountResolver {
  constructor(
    private readonly account: AccountService,
    private readonly apiTokenService: ApiTokenService,
  ) {}

  @Query(() => SessionConnectionModel, { description: 'The browsers in which you are signed in.' })
  async sessions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Presented<SessionModel>>> {
    return toPageOf(await this.account.listSessions(getActor(context), context.sessionToken), page)
  }

  @Mutation(() => Boolean, { description: 'Signs one browser out.' })
  async endSession(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'A session of yours.' }) id: string,
  ): Promise<boolean> {
    await this.account.endSession(getActor(context), id)
    return true
  }

  @Mutation(() => Boolean, { description: 'Signs all your browsers out, this one too.' })
  async signOutEverywhere(@Ctx() context: Context): Promise<boolean> {
    await this.account.signOutEverywhere(getActor(context))
    context.clearSessionCookie()
    return true
  }

  @Query(() => ApiTokenConnectionModel, { description: 'Your API tokens, the newest first.' })
  async apiTokens(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Presented<ApiTokenModel>>> {
    return toPageOf((await this.apiTokenService.list(getActor(context))).map(present), page)
  }

  @Mutation(() => CreatedApiTokenModel, { description: 'Makes an API token; its text is shown this once.' })
  async createApiToken(
    @Ctx() context: Context,
    @Arg('input', () => CreateApiTokenInput) input: CreateApiTokenInput,
  ): Promise<Presented<CreatedApiTokenModel>> {
    const { apiToken, token } = await this.apiTokenService.create(getActor(context), input)
    return { apiToken: present(apiToken), token }
  }

  @Mutation(() => Boolean, { description: 'Deletes an API token; programs with it are refused at once.' })
  async deleteApiToken(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'An API token of yours.' }) id: string,
  ): Promise<boolean> {
    await this.apiTokenService.delete(getActor(context), id)
    return true
  }
}
