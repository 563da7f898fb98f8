import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { picturePath } from '../auth/index.js'
import {
  InvitePersonInput,
  PasswordLinkModel,
  PersonConnectionModel,
  PersonModel,
  PersonStatus,
  SiteRole,
  UpdatePersonInput,
} from './people.model.js'
import type { PeopleService } from './people.service.js'
import type { Person } from './person.repository.js'

@Resolver(() => PersonModel)
export class PeopleResolver {
  constructor(private readonly peopleService: PeopleService) {}

  @Query(() => PersonConnectionModel, { description: 'All people by name, for administrators.' })
  async people(
    @Ctx() context: Context,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or an address.' })
    search: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after: string | null,
  ): Promise<unknown> {
    return this.peopleService.list(getActor(context), { search, first, after })
  }

  @Mutation(() => PasswordLinkModel, {
    description: 'Makes an account and a link with which its person chooses a password. For administrators.',
  })
  async invitePerson(
    @Ctx() context: Context,
    @Arg('input', () => InvitePersonInput) input: InvitePersonInput,
  ): Promise<unknown> {
    return this.peopleService.invite(getActor(context), input, context.baseUrl)
  }

  @Mutation(() => PasswordLinkModel, {
    description: 'Makes a new link to choose a password; earlier ones stop working. For administrators.',
  })
  async createPasswordLink(
    @Ctx() context: Context,
    @Arg('personId', () => ID, { description: 'Whom it is for.' }) personId: string,
  ): Promise<unknown> {
    return this.peopleService.createPasswordLink(getActor(context), personId, context.baseUrl)
  }

  @Mutation(() => PersonModel, {
    description: 'Changes name, role or access of a person. For administrators.',
  })
  async updatePerson(
    @Ctx() context: Context,
    @Arg('input', () => UpdatePersonInput) input: UpdatePersonInput,
  ): Promise<unknown> {
    return this.peopleService.update(getActor(context), input)
  }

  @Mutation(() => Boolean, { description: "Ends all of a person's sessions. For administrators." })
  async signOutPerson(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
  ): Promise<boolean> {
    await this.peopleService.signOut(getActor(context), id)
    return true
  }

  @FieldResolver(() => SiteRole)
  siteRole(@Root() { isAdministrator, isGuest }: Person): SiteRole {
    if (isAdministrator) return SiteRole.ADMINISTRATOR
    return isGuest ? SiteRole.GUEST : SiteRole.MEMBER
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path of the picture; null without one.' })
  pictureUrl(@Root() { pictureToken }: Person): string | null {
    return picturePath(pictureToken)
  }

  @FieldResolver(() => PersonStatus)
  status(@Root() { deactivatedAt, email, hasPassword }: Person): PersonStatus {
    if (deactivatedAt) return PersonStatus.DEACTIVATED
    return email !== null && !hasPassword ? PersonStatus.INVITED : PersonStatus.ACTIVE
  }
}
