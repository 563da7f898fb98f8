import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql'
import { getActor } from '../../graphql/context.js'
import type { Context } from '../../graphql/context.js'
import { DocumentModel, VersionModel } from '../library/index.js'
import type { DocumentNode, Version } from '../library/index.js'
import type { RestoreVersion, VersionsService } from './versions.service.js'

@InputType()
export class RestoreVersionInput implements RestoreVersion {
  @Field(() => ID)
  documentId!: string

  @Field(() => ID)
  versionId!: string
}

@Resolver(() => DocumentModel)
export class VersionsResolver {
  constructor(private readonly versionsService: VersionsService) {}

  @FieldResolver(() => [VersionModel], { description: 'The newest first.' })
  async versions(@Ctx() { loaders }: Context, @Root() { id }: DocumentNode): Promise<Version[]> {
    return loaders.versionsOfDocument.load(id)
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
}
