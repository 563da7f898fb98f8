import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { FolderModel } from '../library/index.js'
import type { SpacesService } from './spaces.service.js'

@Resolver()
export class SpacesResolver {
  constructor(private readonly spacesService: SpacesService) {}

  @Query(() => [FolderModel], {
    description:
      'The spaces in which you have a role, by name: folders at the root with members of their own.',
  })
  async spaces(@Ctx() context: Context): Promise<unknown[]> {
    return this.spacesService.list(getActor(context))
  }

  @Mutation(() => FolderModel, {
    description: 'Makes a space, which you own. Give its members their roles with `setGrant`.',
  })
  async createSpace(
    @Ctx() context: Context,
    @Arg('name', () => String, { description: 'How the space is called.' }) name: string,
  ): Promise<unknown> {
    return this.spacesService.create(getActor(context), name)
  }
}
