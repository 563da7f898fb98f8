import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { NodeModel } from './library.model.js'
import type { LibraryNode } from './node.js'
import type { NodesIntoFolder, OrganizeService } from './organize.service.js'

@InputType({ description: 'Documents and folders, and the folder that they go into.' })
export class NodesIntoFolderInput implements NodesIntoFolder {
  @Field(() => [ID], { description: 'Documents and folders, at most 500.' })
  ids!: string[]

  @Field(() => ID, { description: 'A folder in which you may create.' })
  folderId!: string
}

@Resolver()
export class OrganizeResolver {
  constructor(private readonly organizing: OrganizeService) {}

  @Mutation(() => [NodeModel], {
    description: 'Moves documents and folders, all or none. A name that is taken there gets a number.',
  })
  async moveNodes(
    @Ctx() context: Context,
    @Arg('input', () => NodesIntoFolderInput) input: NodesIntoFolderInput,
  ): Promise<LibraryNode[]> {
    return this.organizing.move(getActor(context), input)
  }

  @Mutation(() => [NodeModel], {
    description:
      'Copies documents in their current version, and folders with all in them that you may download. A name that is taken there gets a number.',
  })
  async copyNodes(
    @Ctx() context: Context,
    @Arg('input', () => NodesIntoFolderInput) input: NodesIntoFolderInput,
  ): Promise<LibraryNode[]> {
    return this.organizing.copy(getActor(context), input)
  }
}
