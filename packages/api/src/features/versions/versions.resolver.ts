import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs, toPageOf, type Connection } from '../../graphql/connection.js'
import { getActor } from '../../graphql/context.js'
import type { Context } from '../../graphql/context.js'
import { DocumentModel, VersionConnectionModel, VersionModel } from '../library/index.js'
import type { DocumentNode, Version } from '../library/index.js'
import { DifferenceModel } from './difference.model.js'
import type { DifferenceService } from './difference.service.js'
import {
  DeleteVersionInput,
  MarkVersionInput,
  RestoreVersionInput,
  UploadVersionInput,
} from './versions.input.js'
import type { DeleteVersionOfDocument } from './version-deletion.js'
import type { VersionsService } from './versions.service.js'

@Resolver(() => DocumentModel)
export class VersionsResolver {
  constructor(
    private readonly versionsService: VersionsService,
    private readonly differences: DifferenceService,
    private readonly deleteOne: DeleteVersionOfDocument,
  ) {}

  @Query(() => DifferenceModel, {
    description: 'What two versions of a document do not share: text, cells, text of slides.',
  })
  async versionDifference(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document.' }) documentId: string,
    @Arg('fromId', () => ID, { description: 'The version on the left, mostly the earlier one.' })
    fromId: string,
    @Arg('toId', () => ID, { description: 'The version on the right.' }) toId: string,
  ): Promise<DifferenceModel> {
    return this.differences.compare(getActor(context), { documentId, fromId, toId })
  }

  @Mutation(() => VersionModel, { description: 'Names or pins a version, so that no rule deletes it.' })
  async markVersion(
    @Ctx() context: Context,
    @Arg('input', () => MarkVersionInput) input: MarkVersionInput,
  ): Promise<VersionModel> {
    return this.versionsService.mark(getActor(context), input)
  }

  @FieldResolver(() => VersionConnectionModel, { description: 'The newest first.' })
  async versions(
    @Ctx() { loaders }: Context,
    @Root() { id }: DocumentNode,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Version>> {
    return toPageOf(await loaders.versionsOfDocument.load(id), page)
  }

  @Mutation(() => DocumentModel, {
    description: 'Makes an earlier version the current one, as a new version.',
  })
  async restoreVersion(
    @Ctx() context: Context,
    @Arg('input', () => RestoreVersionInput) input: RestoreVersionInput,
  ): Promise<DocumentModel> {
    return this.versionsService.restore(getActor(context), input)
  }

  @Mutation(() => DocumentModel, {
    description:
      'Deletes an earlier version for good, for owners; never the current, the newest, a pinned one, or one that an editor builds on: VERSION_NEEDED.',
  })
  async deleteVersion(
    @Ctx() context: Context,
    @Arg('input', () => DeleteVersionInput) input: DeleteVersionInput,
  ): Promise<DocumentModel> {
    return this.deleteOne(getActor(context), input)
  }

  @Mutation(() => DocumentModel, {
    description: 'Makes an uploaded file the current version of a document; the earlier ones stay.',
  })
  async uploadVersion(
    @Ctx() context: Context,
    @Arg('input', () => UploadVersionInput) { documentId, file }: UploadVersionInput,
  ): Promise<DocumentModel> {
    return this.versionsService.upload(getActor(context), { documentId, source: () => file.open() })
  }
}
