import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../graphql/context.js'
import { UserReferenceModel, type User } from '../auth/index.js'
import { VersionModel } from './library.model.js'
import type { VersionSummary } from './version.repository.js'

@Resolver(() => VersionModel)
export class VersionResolver {
  @FieldResolver(() => UserReferenceModel, {
    nullable: true,
    description: 'Null when the portal itself made it.',
  })
  async author(@Ctx() { loaders }: Context, @Root() { authorId }: VersionSummary): Promise<User | null> {
    return (authorId ? await loaders.users.load(authorId) : undefined) ?? null
  }

  @FieldResolver(() => String, { description: "Path of the portal's download." })
  downloadUrl(@Root() { documentId, number }: VersionSummary): string {
    return `/documents/${documentId}/download?version=${number}`
  }
}
