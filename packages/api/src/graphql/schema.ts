import 'reflect-metadata'
import {
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql'
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql'
import { ActivityResolver } from '../features/activity/activity.resolver.js'
import { AccountResolver } from '../features/auth/account.resolver.js'
import { AuthResolver } from '../features/auth/auth.resolver.js'
import { OwnPictureResolver, PictureResolver } from '../features/auth/pictures.resolver.js'
import {
  CollectionsResolver,
  FavouriteDocumentResolver,
  FavouriteFolderResolver,
} from '../features/collections/collections.resolver.js'
import { ConversionsResolver } from '../features/conversions/conversions.resolver.js'
import { EditingResolver } from '../features/editing/editing.resolver.js'
import { HistoryResolver } from '../features/editing/history.resolver.js'
import { DocumentResolver } from '../features/library/document.resolver.js'
import { FolderResolver, NodeConnectionResolver } from '../features/library/folder.resolver.js'
import { LibraryResolver } from '../features/library/library.resolver.js'
import { OrganizeResolver } from '../features/library/organize.resolver.js'
import { VersionResolver } from '../features/library/version.resolver.js'
import { LiveResolver } from '../features/live/live.resolver.js'
import { GroupsResolver } from '../features/groups/groups.resolver.js'
import { NotificationsResolver } from '../features/notifications/notifications.resolver.js'
import { OidcResolver } from '../features/oidc/oidc.resolver.js'
import { PeopleResolver } from '../features/people/people.resolver.js'
import { GrantsResolver } from '../features/sharing/grants.resolver.js'
import { ExcerptResolver } from '../features/search/excerpt.resolver.js'
import { SearchConnectionResolver, SearchResolver } from '../features/search/search.resolver.js'
import { SharingResolver } from '../features/sharing/sharing.resolver.js'
import { TemplatesResolver } from '../features/templates/templates.resolver.js'
import { QuotasResolver } from '../features/quotas/quotas.resolver.js'
import { PreviewsResolver } from '../features/previews/previews.resolver.js'
import { TrashResolver } from '../features/trash/trash.resolver.js'
import { SpacesResolver } from '../features/spaces/spaces.resolver.js'
import { VersionsResolver } from '../features/versions/versions.resolver.js'
import { describeRest } from './descriptions.js'
import { resolveFieldsDirectly } from './direct-fields.js'

type ResolverClass = new (...dependencies: never[]) => object

/** All resolver classes; `app.ts` puts an instance of each into the container. */
export const resolvers: NonEmptyArray<ResolverClass> = [
  AuthResolver,
  OwnPictureResolver,
  PictureResolver,
  AccountResolver,
  OidcResolver,
  PeopleResolver,
  ActivityResolver,
  LibraryResolver,
  OrganizeResolver,
  FolderResolver,
  NodeConnectionResolver,
  DocumentResolver,
  ConversionsResolver,
  VersionResolver,
  TrashResolver,
  SearchResolver,
  SearchConnectionResolver,
  ExcerptResolver,
  SharingResolver,
  GrantsResolver,
  GroupsResolver,
  SpacesResolver,
  EditingResolver,
  HistoryResolver,
  LiveResolver,
  NotificationsResolver,
  PreviewsResolver,
  QuotasResolver,
  CollectionsResolver,
  FavouriteDocumentResolver,
  FavouriteFolderResolver,
  VersionsResolver,
  TemplatesResolver,
]

/** Instances of the resolver classes. */
export type ResolverContainer = Map<unknown, object>

/** Assembles the GraphQL schema from the resolvers. */
export async function createSchema(container: ResolverContainer): Promise<GraphQLSchema> {
  // Fields without a resolver are read from what the services give, without a detour for each value.
  for (const field of getMetadataStorage().fields) field.simple ??= field.name === field.schemaName
  const schema = await buildSchema({
    resolvers,
    // Every value is checked by the services, in one place for GraphQL and everything else.
    validate: false,
    // Asked for, but never used: subscriptions follow the database's list of changes.
    pubSub: { publish: noTopics, subscribe: noTopics },
    container: {
      get: (resolver: ResolverClass) => {
        const instance = container.get(resolver)
        if (!instance) throw new Error(`${resolver.name} is missing in the container of app.ts`)
        return instance
      },
    },
  })
  resolveTypesAtOnce(schema)
  resolveFieldsDirectly(schema, container)
  describeRest(schema)
  return schema
}

/** Our unions tell the name of a type at once; TypeGraphQL would make a promise of it for each entry of each list. */
function resolveTypesAtOnce(schema: GraphQLSchema): void {
  for (const { name, resolveType } of getMetadataStorage().unions) {
    const type = schema.getType(name)
    if (isUnionType(type) && resolveType)
      type.resolveType = resolveType as GraphQLTypeResolver<unknown, unknown>
  }
}

function noTopics(): never {
  throw new Error('Subscriptions have a "subscribe" function of their own; there are no topics.')
}

/** Writes a schema as `schema.graphql` holds it. */
export function writeSchema(schema: GraphQLSchema): string {
  return `# Emitted by "pnpm --filter @lectern/api schema"; do not edit.\n${printSchema(lexicographicSortSchema(schema))}\n`
}
