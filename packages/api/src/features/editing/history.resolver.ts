import { GraphQLJSON } from 'graphql-scalars'
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { getActor } from '../../graphql/context.js'
import type { Context } from '../../graphql/context.js'
import type { EditorHistory, EditorHistoryData, HistoryService } from './history.service.js'

@Resolver()
export class HistoryResolver {
  constructor(private readonly history: HistoryService) {}

  @Query(() => GraphQLJSON, { description: 'For `refreshHistory` of an open editor: all versions.' })
  async editorHistory(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document that is open.' }) documentId: string,
  ): Promise<EditorHistory> {
    return this.history.list(getActor(context), documentId)
  }

  @Query(() => GraphQLJSON, { description: 'For `setHistoryData` of an open editor: one version, signed.' })
  async editorHistoryData(
    @Ctx() context: Context,
    @Arg('documentId', () => ID, { description: 'The document that is open.' }) documentId: string,
    @Arg('number', () => Int, { description: 'The number of the version.' }) number: number,
  ): Promise<EditorHistoryData> {
    return this.history.open(getActor(context), { documentId, number })
  }
}
