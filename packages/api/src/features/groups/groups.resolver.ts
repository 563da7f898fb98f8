import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import type { User } from '../auth/index.js'
import type { Group } from './group.repository.js'
import {
  AddGroupMembersInput,
  GroupConnectionModel,
  GroupMemberConnectionModel,
  GroupModel,
  RemoveGroupMemberInput,
  RenameGroupInput,
} from './groups.model.js'
import type { GroupsService } from './groups.service.js'

@Resolver(() => GroupModel)
export class GroupsResolver {
  constructor(private readonly groupsService: GroupsService) {}

  @Query(() => GroupConnectionModel, { description: 'All groups by name. For administrators.' })
  async groups(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs): Promise<Connection<Group>> {
    return this.groupsService.list(getActor(context), page)
  }

  @Query(() => GroupModel, { description: 'One group. For administrators.' })
  async group(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The group.' }) id: string,
  ): Promise<Group> {
    return this.groupsService.get(getActor(context), id)
  }

  @Mutation(() => GroupModel, { description: 'Makes an empty group. For administrators.' })
  async createGroup(
    @Ctx() context: Context,
    @Arg('name', () => String, { description: 'No other group may have it.' }) name: string,
  ): Promise<Group> {
    return this.groupsService.create(getActor(context), name)
  }

  @Mutation(() => GroupModel, { description: 'Gives a group another name. For administrators.' })
  async renameGroup(
    @Ctx() context: Context,
    @Arg('input', () => RenameGroupInput) input: RenameGroupInput,
  ): Promise<Group> {
    return this.groupsService.rename(getActor(context), input)
  }

  @Mutation(() => Boolean, {
    description: 'Deletes a group and all that was shared with it. For administrators.',
  })
  async deleteGroup(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The group.' }) id: string,
  ): Promise<boolean> {
    await this.groupsService.delete(getActor(context), id)
    return true
  }

  @Mutation(() => GroupModel, { description: 'Takes people into a group. For administrators.' })
  async addGroupMembers(
    @Ctx() context: Context,
    @Arg('input', () => AddGroupMembersInput) input: AddGroupMembersInput,
  ): Promise<Group> {
    return this.groupsService.addMembers(getActor(context), input)
  }

  @Mutation(() => GroupModel, {
    description:
      'Takes somebody out of a group, and out of the editors that only the group let them into. For administrators.',
  })
  async removeGroupMember(
    @Ctx() context: Context,
    @Arg('input', () => RemoveGroupMemberInput) input: RemoveGroupMemberInput,
  ): Promise<Group> {
    return this.groupsService.removeMember(getActor(context), input)
  }

  @FieldResolver(() => GroupMemberConnectionModel, {
    description: 'Who is in it, whoever came first before others.',
  })
  async members(
    @Ctx() { loaders }: Context,
    @Root() { id }: Group,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<User>> {
    const userIds = await loaders.groupMemberIds.load(id)
    const users = await Promise.all(userIds.map((userId) => loaders.users.load(userId)))
    return toPageOf(
      users.filter((user) => user !== undefined),
      page,
    )
  }
}
