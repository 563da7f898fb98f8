import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { getActor } from '../../graphql/context.js'
import type { Context } from '../../graphql/context.js'
import { UserReferenceModel } from '../auth/index.js'
import type { Actor, User } from '../auth/index.js'
import { DocumentModel } from '../library/index.js'
import type { DocumentNode } from '../library/index.js'
import type { EditorDevice } from './editor-config.js'
import type { EditorMode } from './editor-permissions.js'
import {
  EditorConfigModel,
  EditorDeviceModel,
  EditorModeModel,
  ForceSavePayloadModel,
  SaveProblemModel,
} from './editing.model.js'
import type { EditingService, SignedEditorConfig } from './editing.service.js'
import { describeSaveProblem } from './save-problem.js'

@Resolver(() => DocumentModel)
export class EditingResolver {
  constructor(
    private readonly editing: EditingService,
    /** Told of each document that somebody opens. */
    private readonly noteOpened: (actor: Actor, documentId: string) => void,
  ) {}

  @Query(() => EditorConfigModel, {
    description: 'The signed config with which a document is opened in the editor.',
  })
  async editorConfig(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document.' }) documentId: string,
    @Arg('mode', () => EditorModeModel, {
      defaultValue: EditorModeModel.EDIT,
      description: 'Less is given when your role allows less.',
    })
    mode: EditorMode,
    @Arg('device', () => EditorDeviceModel, {
      defaultValue: EditorDeviceModel.DESKTOP,
      description: 'The shape of the editor.',
    })
    device: EditorDevice,
    @Arg('versionId', () => ID, {
      nullable: true,
      description: 'An earlier version, which opens for looking only; without it the current one.',
    })
    versionId: string | null,
  ): Promise<SignedEditorConfig> {
    const { baseUrl } = context
    const request = { documentId, mode, device, baseUrl, versionId: versionId ?? undefined }
    const actor = getActor(context)
    const opened = await this.editing.editorConfig(actor, request)
    this.noteOpened(actor, documentId)
    return opened
  }

  @Mutation(() => ForceSavePayloadModel, {
    description: 'Stores what people have typed so far, while they go on.',
  })
  async forceSave(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document.' }) documentId: string,
  ): Promise<ForceSavePayloadModel> {
    return this.editing.forceSave(getActor(context), documentId)
  }

  @FieldResolver(() => [UserReferenceModel], {
    description: 'People who have it open for editing now, as the document server last said.',
  })
  async participants(
    @Ctx() { loaders }: Context,
    @Root() { id }: DocumentNode,
  ): Promise<Pick<User, 'id' | 'name'>[]> {
    const userIds = await loaders.participants.load(id)
    const users = await Promise.all(userIds.map((userId) => loaders.users.load(userId)))
    return users.filter((user) => user !== undefined)
  }

  @FieldResolver(() => SaveProblemModel, {
    nullable: true,
    description: 'The last save that failed and was not followed by a good one.',
  })
  async saveProblem(
    @Ctx() { loaders, actor, language }: Context,
    @Root() { id }: DocumentNode,
  ): Promise<{ message: string; happenedAt: Date } | null> {
    const problem = await loaders.saveProblems.load(id)
    if (!problem) return null
    const message = describeSaveProblem(problem.code, actor?.language ?? language)
    return { message, happenedAt: problem.happenedAt }
  }
}
