import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { UserReferenceModel, type User } from '../auth/index.js'
import { ActivityConnectionModel, ActivityFilterInput, ActivityModel } from './activity.model.js'
import type { Activity } from './activity.repository.js'
import type { ActivityService } from './activity.service.js'

const firstOptions = { defaultValue: 50, description: 'At most 500.' }
const afterOptions = { nullable: true, description: 'The `endCursor` of the page before.' }

@Resolver(() => ActivityModel)
export class ActivityResolver {
  constructor(private readonly service: ActivityService) {}

  @Query(() => ActivityConnectionModel, {
    description:
      'What was done with a document or folder, for whoever may see it. Of sharing is told only to those who may share it.',
  })
  async activity(
    @Ctx() context: Context,
    @Arg('nodeId', () => ID, { description: 'The document or folder.' }) nodeId: string,
    @Arg('first', () => Int, firstOptions) first: number,
    @Arg('after', () => String, afterOptions) after: string | null,
  ): Promise<unknown> {
    return this.service.listOfNode(getActor(context), nodeId, { first, after })
  }

  @Query(() => ActivityConnectionModel, {
    description: 'What was done in the whole portal, for administrators.',
  })
  async activities(
    @Ctx() context: Context,
    @Arg('filter', () => ActivityFilterInput, { nullable: true }) filter: ActivityFilterInput | null,
    @Arg('first', () => Int, firstOptions) first: number,
    @Arg('after', () => String, afterOptions) after: string | null,
  ): Promise<unknown> {
    return this.service.listAll(getActor(context), filter ?? {}, { first, after })
  }

  @FieldResolver(() => UserReferenceModel, {
    nullable: true,
    description: 'Who did it; null for what happened by itself.',
  })
  async actor(
    @Ctx() { loaders }: Context,
    @Root() { actorId }: Activity,
  ): Promise<Pick<User, 'id' | 'name'> | null> {
    return (actorId && (await loaders.users.load(actorId))) || null
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is a folder.' })
  isFolder(@Root() { nodeType }: Activity): boolean {
    return nodeType === 'folder'
  }
}
