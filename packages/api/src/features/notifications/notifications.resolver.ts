import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { RoleModel, roles, type Role } from '../access/index.js'
import { UserReferenceModel } from '../auth/index.js'
import type { LibraryNode } from '../library/index.js'
import type { MentionService } from './mention.service.js'
import {
  MentionCandidateModel,
  MentionInput,
  NotificationConnectionModel,
  NotificationKindModel,
  NotificationModel,
} from './notification.model.js'
import type { Notification, NotificationKind } from './notification.repository.js'
import type { NotificationsService } from './notifications.service.js'

@Resolver(() => NotificationModel)
export class NotificationsResolver {
  constructor(
    private readonly notificationsService: NotificationsService,
    private readonly mentions: MentionService,
  ) {}

  @Query(() => NotificationConnectionModel, { description: 'What you were told, the newest first.' })
  async notifications(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 30, description: 'At most 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after: string | null,
  ): Promise<unknown> {
    return this.notificationsService.list(getActor(context), { first, after })
  }

  @Query(() => Int, { description: 'How much of what you were told is unread.' })
  async unreadNotificationCount(@Ctx() context: Context): Promise<number> {
    return this.notificationsService.countUnread(getActor(context))
  }

  @Mutation(() => Int, { description: 'Marks as read what you were told; gives how much is unread still.' })
  async markNotificationsRead(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { nullable: true, description: 'At most 500; without them all.' })
    ids: string[] | null,
  ): Promise<number> {
    const actor = getActor(context)
    await this.notificationsService.markRead(actor, ids)
    return this.notificationsService.countUnread(actor)
  }

  @Mutation(() => [NotificationKindModel], {
    description: 'Sends you no mail of these kinds any more, and of all others again.',
  })
  async muteMail(
    @Ctx() context: Context,
    @Arg('kinds', () => [NotificationKindModel], { description: 'Kinds of which you want no mail.' })
    kinds: NotificationKind[],
  ): Promise<NotificationKind[]> {
    const actor = getActor(context)
    await this.notificationsService.mute(actor, kinds)
    return this.notificationsService.listMuted(actor.userId)
  }

  @Query(() => [NotificationKindModel], { description: 'Of which kinds you want no mail.' })
  async mutedMail(@Ctx() context: Context): Promise<NotificationKind[]> {
    return this.notificationsService.listMuted(getActor(context).userId)
  }

  @Query(() => [MentionCandidateModel], {
    description: 'People who can be mentioned in comments on a document: at most 20 who may read it.',
  })
  async mentionCandidates(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document in which somebody is mentioned.' })
    documentId: string,
    @Arg('search', () => String, { defaultValue: '', description: 'Part of a name or an address.' })
    search: string,
  ): Promise<unknown> {
    return this.mentions.findCandidates(getActor(context), { documentId, search })
  }

  @Mutation(() => [String], {
    description:
      'Tells people that they were mentioned in a comment; gives the addresses of those who may not read it.',
  })
  async mentionPeople(
    @Ctx() context: Context,
    @Arg('input', () => MentionInput) input: MentionInput,
  ): Promise<string[]> {
    return this.mentions.mention(getActor(context), input)
  }

  @FieldResolver(() => UserReferenceModel, {
    nullable: true,
    description: 'Who caused it; null for what the portal itself found.',
  })
  async actor(
    @Ctx() { loaders }: Context,
    @Root() { actorId }: Notification,
  ): Promise<{ id: string; name: string } | null> {
    return (actorId && (await loaders.users.load(actorId))) || null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whether it leads to a document or to a folder; null when you may not see it any more.',
  })
  async nodeType(
    @Ctx() { loaders }: Context,
    @Root() { nodeId }: Notification,
  ): Promise<LibraryNode['type'] | null> {
    if (!nodeId || !(await loaders.roles.load(nodeId))) return null
    return (await loaders.nodes.load(nodeId))?.type ?? null
  }

  @FieldResolver(() => RoleModel, { nullable: true, description: 'The role that was given by sharing.' })
  role(@Root() { kind, detail }: Notification): Role | null {
    return (kind === 'share' && roles.find((role) => role === detail)) || null
  }

  @FieldResolver(() => String, {
    description: 'What went wrong and what to do, or what somebody wrote; empty when title and kind say all.',
  })
  text(@Ctx() { actor, language }: Context, @Root() notification: Notification): string {
    return this.notificationsService.textOf(notification, actor?.language ?? language)
  }
}
