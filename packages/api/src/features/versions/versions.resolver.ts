import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql'
import { getActor } from '../../graphql/context.js'
import type { Context } from '../../graphql/context.js'
import { GraphQLUpload, type IncomingUpload } from '../../graphql/upload.js'
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

@InputType()
export class UploadVersionInput {
  @Field(() => ID)
  documentId!: string

  @Field(() => GraphQLUpload, { description: "Of the document's own type, whatever its name." })
  file!: IncomingUpload
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
