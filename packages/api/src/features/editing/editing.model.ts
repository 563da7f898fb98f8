import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { EditorConfig } from '@lectern/shared'
import type { EditorDevice } from './editor-config.js'
import type { EditorMode } from './editor-permissions.js'

/** The modes of the editor as GraphQL writes them. */
export const EditorModeModel = { EDIT: 'edit', VIEW: 'view' } as const satisfies Record<string, EditorMode>
registerEnumType(EditorModeModel, {
  name: 'EditorMode',
  description: 'How a document is opened; your role may allow less than you ask for.',
  valuesConfig: {
    EDIT: { description: 'For writing, as far as your role goes.' },
    VIEW: { description: 'For looking only.' },
  },
})

/** The devices of the editor as GraphQL writes them. */
export const EditorDeviceModel = {
  DESKTOP: 'desktop',
  MOBILE: 'mobile',
  EMBEDDED: 'embedded',
} as const satisfies Record<string, EditorDevice>
registerEnumType(EditorDeviceModel, {
  name: 'EditorDevice',
  description: 'The shape of the editor.',
  valuesConfig: {
    DESKTOP: { description: 'A large screen.' },
    MOBILE: { description: 'A small one, with touch.' },
    EMBEDDED: { description: 'A frame in another page.' },
  },
})

@ObjectType('EditorConfig', { description: 'All that a page needs to open a document in the editor.' })
export class EditorConfigModel {
  @Field(() => String, { description: 'Where api.js is: an address, or a path of the portal.' })
  documentServerUrl!: string

  @Field(() => GraphQLJSON, { description: 'For `new DocsAPI.DocEditor`, once `token` is put into it.' })
  config!: EditorConfig

  @Field(() => String, { description: 'The config, signed for the document server.' })
  token!: string
}

@ObjectType('ForceSavePayload', { description: 'What came of asking for a save while people edit.' })
export class ForceSavePayloadModel {
  @Field(() => Boolean, {
    description:
      'Whether there was something to save; the version follows when the document server has written it.',
  })
  accepted!: boolean

  @Field(() => Boolean, { description: 'False when nothing has changed since the last save.' })
  changed!: boolean
}

@ObjectType('SaveProblem', {
  description: 'A save that failed, or that could not become the current version.',
})
export class SaveProblemModel {
  @Field(() => String, { description: 'What happened and what to do, in your language.' })
  message!: string

  @Field(() => GraphQLDateTime, { description: 'When the save failed.' })
  happenedAt!: Date
}
