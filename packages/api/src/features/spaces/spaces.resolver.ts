import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { createConnectionModel, PageArgs, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { RoleModel, type Role } from '../access/index.js'
import { FolderModel, type Folder } from '../library/index.js'
import type { SpacesService } from './spaces.service.js'

const SpaceConnectionModel = createConnectionModel('Space', FolderModel)

@Resolver()
export class SpacesResolver {
  constructor(private readonly spacesService: SpacesService) {}

  @Query(() => SpaceConnectionModel, {
    description:
      'The spaces in which you have a role, by name: folders at the root with members of their own.',
  })
  async spaces(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs): Promise<Connection<Folder>> {
    return this.spacesService.list(getActor(context), page)
  }

  @Mutation(() => FolderModel, {
    description: 'Makes a space, which you own. Give its members their roles with `setGrant`.',
  })
  async createSpace(
    @Ctx() context: Context,
    @Arg('name', () => String, { description: 'How the space is called.' }) name: string,
    @Arg('studentRole', () => RoleModel, {
      nullable: true,
      description:
        'Makes it a course, whose students are VIEWER, COMMENTER or FORM_FILLER, and its teachers EDITOR.',
    })
    studentRole: Role | null,
  ): Promise<unknown> {
    return this.spacesService.create(getActor(context), { name, studentRole })
  }

  @Query(() => RoleModel, {
    nullable: true,
    description: 'The role that students get in a course; null for all that is no course that you may see.',
  })
  async studentRole(
    @Ctx() context: Context,
    @Arg('nodeId', () => ID, { description: 'The space.' }) nodeId: string,
  ): Promise<Role | null> {
    return this.spacesService.findStudentRole(getActor(context), nodeId)
  }
}
