import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { UserReferenceModel } from '../auth/index.js'
import { NodeModel, type LibraryNode } from '../library/index.js'
import type { JoinService } from './join.service.js'
import type { ShareLink } from './share-link.repository.js'
import {
  CreatedShareLinkModel,
  CreateShareLinkInput,
  JoinShareLinkInput,
  ShareLinkConnectionModel,
  ShareLinkModel,
  ShareLinkPreviewModel,
  UpdateShareLinkInput,
} from './sharing.model.js'
import type { SharingService } from './sharing.service.js'

@Resolver(() => ShareLinkModel)
export class SharingResolver {
  constructor(
    private readonly sharing: SharingService,
    private readonly joining: JoinService,
  ) {}

  @Query(() => ShareLinkPreviewModel, {
    description: "What a share link leads to, for the page that asks a guest's name.",
  })
  async shareLinkPreview(
    @Ctx() { actor, address }: Context,
    @Arg('token', () => String, { description: 'The last part of the link.' }) token: string,
  ): Promise<ShareLinkPreviewModel> {
    return this.joining.preview(actor, token, address)
  }

  @Query(() => ShareLinkConnectionModel, { description: 'The links to a document or a folder that you own.' })
  async shareLinks(
    @Ctx() context: Context,
    @Arg('nodeId', () => ID, { description: 'A folder or document that you may share.' }) nodeId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<ShareLink>> {
    return toPageOf(await this.sharing.listLinks(getActor(context), nodeId), page)
  }

  @Mutation(() => CreatedShareLinkModel, { description: 'Makes a link to hand on.' })
  async createShareLink(
    @Ctx() context: Context,
    @Arg('input', () => CreateShareLinkInput) input: CreateShareLinkInput,
  ): Promise<{ link: ShareLink; url: string }> {
    const link = await this.sharing.createLink(getActor(context), input)
    return { link, url: this.url(context, link) }
  }

  @Mutation(() => ShareLinkModel, {
    description:
      'Changes a link, for those who have come by it too: whoever has less leaves open editors at once.',
  })
  async updateShareLink(
    @Ctx() context: Context,
    @Arg('input', () => UpdateShareLinkInput) input: UpdateShareLinkInput,
  ): Promise<ShareLink> {
    return this.sharing.updateLink(getActor(context), input)
  }

  @Mutation(() => Boolean, { description: 'Ends a link, and the access of everybody who came by it.' })
  async deleteShareLink(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'A link to what you may share.' }) id: string,
  ): Promise<boolean> {
    await this.sharing.deleteLink(getActor(context), id)
    return true
  }

  @Mutation(() => NodeModel, {
    description: 'Uses a link, as the person signed in or as a guest with a name.',
  })
  async joinShareLink(
    @Ctx() context: Context,
    @Arg('input', () => JoinShareLinkInput) input: JoinShareLinkInput,
  ): Promise<LibraryNode> {
    const { node, actor, sessionToken } = await this.joining.join(context.actor, input, context)
    if (sessionToken) context.setSessionCookie(sessionToken)
    context.enter(actor)
    return node
  }

  @FieldResolver(() => String, { description: 'Address to hand on.' })
  url(@Ctx() { baseUrl }: Context, @Root() link: ShareLink): string {
    return `${baseUrl}/share/${this.sharing.tokenOf(link)}`
  }

  @FieldResolver(() => Boolean, { description: 'Whether it asks for a password.' })
  hasPassword(@Root() { passwordHash }: ShareLink): boolean {
    return passwordHash !== null
  }

  @FieldResolver(() => UserReferenceModel, { description: 'Who made it.' })
  async createdBy(
    @Ctx() { loaders }: Context,
    @Root() { createdById }: ShareLink,
  ): Promise<{ id: string; name: string }> {
    return (await loaders.users.load(createdById)) ?? { id: createdById, name: '' }
  }
}
