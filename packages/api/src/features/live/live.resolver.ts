import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { LiveContext } from './live.context.js'
import { ChangesModel, LiveListModel, type LiveList } from './live.model.js'

interface WatchArguments {
  nodeIds: string[]
  after?: string | null
  lists?: LiveList[] | null
}

@Resolver()
export class LiveResolver {
  @Subscription(() => ChangesModel, {
    description:
      'Tells what changes in folders and documents, and of what is yours, by WebSocket (protocol graphql-transport-ws).',
    subscribe: ({ args, context }: { args: WatchArguments; context: LiveContext }) =>
      context.live.watch(context.identify, args),
  })
  changes(
    @Root() changes: ChangesModel,
    @Arg('nodeIds', () => [ID], { description: 'At most 100.' }) _nodeIds: string[],
    @Arg('after', () => String, {
      nullable: true,
      description: 'The last position you got: nothing between is missed.',
    })
    _after?: string | null,
    @Arg('lists', () => [LiveListModel], { nullable: true, description: 'Lists to be told of, too.' })
    _lists?: LiveList[] | null,
  ): ChangesModel {
    return changes
  }
}
