import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import type { Grant } from '../access/index.js'
import {
  EffectiveAccessModel,
  GrantConnectionModel,
  GrantModel,
  SetGrantInput,
  ShareCandidatesModel,
} from './grants.model.js'
import type { GrantsService } from './grants.service.js'

interface Reference {
  id: string
  name: string
}

@Resolver(() => GrantModel)
export class GrantsResolver {
  constructor(private readonly grantsService: GrantsService) {}

  @Query(() => GrantConnectionModel, {
    description: 'Rights on a node that you may share: its own, then inherited ones, the nearest first.',
  })
  async grants(
    @Ctx() context: Context,
    @Arg('nodeId', () => ID, { description: 'A folder or a document.' }) nodeId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Grant>> {
    return toPageOf(await this.grantsService.list(getActor(context), nodeId), page)
  }

  @Query(() => EffectiveAccessModel, {
    description: 'What one person may do with a node that you may share.',
  })
  async effectiveAccess(
    @Ctx() context: Context,
    @Arg('nodeId', () => ID, { description: 'A folder or a document.' }) nodeId: string,
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
  ): Promise<unknown> {
    return this.grantsService.findEffective(getActor(context), { nodeId, userId })
  }

  @Query(() => ShareCandidatesModel, { description: 'People and groups with whom something can be shared.' })
  async shareCandidates(
    @Ctx() context: Context,
    @Arg('search', () => String, { description: 'Part of a name or an address.' }) search: string,
  ): Promise<unknown> {
    return this.grantsService.findCandidates(getActor(context), search)
  }

  @Mutation(() => GrantModel, {
    description: 'Gives a right, or changes it. Whoever has less than before leaves open editors at once.',
  })
  async setGrant(
    @Ctx() context: Context,
    @Arg('input', () => SetGrantInput) input: SetGrantInput,
  ): Promise<Grant> {
    return this.grantsService.set(getActor(context), input)
  }

  @Mutation(() => Boolean, { description: 'Takes a right away, in open editors too.' })
  async removeGrant(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'A right on the node itself.' }) id: string,
  ): Promise<boolean> {
    await this.grantsService.remove(getActor(context), id)
    return true
  }

  @FieldResolver()
  async user(@Ctx() { loaders }: Context, @Root() { subject }: Grant): Promise<Reference | null> {
    return subject.type === 'user' ? ((await loaders.users.load(subject.id)) ?? null) : null
  }

  @FieldResolver()
  async group(@Ctx() { loaders }: Context, @Root() { subject }: Grant): Promise<Reference | null> {
    return subject.type === 'group' ? ((await loaders.groups.load(subject.id)) ?? null) : null
  }

  @FieldResolver()
  everyone(@Root() { subject }: Grant): boolean {
    return subject.type === 'everyone'
  }

  @FieldResolver()
  isByLink(@Root() { shareLinkId }: Grant): boolean {
    return shareLinkId !== null
  }

  @FieldResolver()
  async source(@Ctx() { loaders }: Context, @Root() { nodeId }: Grant): Promise<Reference> {
    return (await loaders.nodes.load(nodeId)) ?? { id: nodeId, name: '' }
  }
}
