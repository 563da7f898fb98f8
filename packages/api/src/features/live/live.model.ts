import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'

/** What of a node changed, as GraphQL writes it. */
export const ChangeAspectModel = {
  CHILDREN: 'children',
  ITSELF: 'itself',
  VERSIONS: 'versions',
  PEOPLE: 'people',
  ACCESS: 'access',
} as const
export type ChangeAspect = (typeof ChangeAspectModel)[keyof typeof ChangeAspectModel]

registerEnumType(ChangeAspectModel, {
  name: 'ChangeAspect',
  description: 'What of a folder or document changed.',
  valuesConfig: {
    CHILDREN: { description: 'What a folder holds, and what its listing shows of that.' },
    ITSELF: { description: 'Name, place, contents, or how its last save went.' },
    VERSIONS: { description: 'Its versions.' },
    PEOPLE: { description: 'Who has it open for editing.' },
    ACCESS: { description: 'Who may do what with it; perhaps you may not see it any more.' },
  },
})

/** What of one's own changed, as GraphQL writes it. */
export const OwnAspectModel = { NOTIFICATIONS: 'notifications', FAVOURITES: 'favourites' } as const
export type OwnAspect = (typeof OwnAspectModel)[keyof typeof OwnAspectModel]

registerEnumType(OwnAspectModel, {
  name: 'OwnAspect',
  description: 'What of your own changed.',
  valuesConfig: {
    NOTIFICATIONS: { description: 'What you were told, or have read.' },
    FAVOURITES: { description: 'What you marked.' },
  },
})

/** The lists that are not about one folder, as GraphQL writes them. */
export const LiveListModel = {
  PEOPLE: 'people',
  GROUPS: 'groups',
  SPACES: 'spaces',
  TRASH: 'trash',
  ACTIVITY: 'activity',
} as const
export type LiveList = (typeof LiveListModel)[keyof typeof LiveListModel]

registerEnumType(LiveListModel, {
  name: 'LiveList',
  description: 'A list that is not about one folder.',
  valuesConfig: {
    PEOPLE: { description: 'All people; for administrators.' },
    GROUPS: { description: 'All groups and who is in them; for administrators.' },
    SPACES: { description: 'The spaces in which you have a role.' },
    TRASH: { description: 'The bin.' },
    ACTIVITY: { description: 'What was done in the whole portal; for administrators.' },
  },
})

/** What of a node is to be asked for again. */
export interface NodeChange {
  nodeId: string
  aspects: ChangeAspect[]
}

/** What changed since the last message. */
export interface Changes {
  position: string
  isStart: boolean
  nodes: NodeChange[]
  own: OwnAspect[]
  lists: LiveList[]
}

@ObjectType('NodeChange', { description: 'Says of a folder or document what is to be asked for again.' })
export class NodeChangeModel implements NodeChange {
  @Field(() => ID, { description: 'The folder or document.' })
  nodeId!: string

  @Field(() => [ChangeAspectModel], { description: 'What of it changed.' })
  aspects!: ChangeAspect[]
}

@ObjectType('Changes', { description: 'What changed since the last message.' })
export class ChangesModel implements Changes {
  @Field(() => String, { description: 'Give it as `after` to go on from here when the connection broke.' })
  position!: string

  @Field(() => Boolean, {
    description:
      'Anything may have changed before: ask for all again. So begins each subscription without `after`.',
  })
  isStart!: boolean

  @Field(() => [NodeChangeModel], { description: 'Which folders and documents changed, and what of each.' })
  nodes!: NodeChangeModel[]

  @Field(() => [OwnAspectModel], { description: 'What of your own changed.' })
  own!: OwnAspect[]

  @Field(() => [LiveListModel], { description: 'Which of the lists that you asked for may have changed.' })
  lists!: LiveList[]
}
