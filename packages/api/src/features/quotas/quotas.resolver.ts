import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { createConnectionModel, PageArgs, type Connection } from '../../graphql/connection.js'
import { getActor, type Context } from '../../graphql/context.js'
import { FolderModel, type Folder } from '../library/index.js'
import type { Storage, StorageService } from './quotas.service.js'

@ObjectType('Storage', {
  description: 'Room taken and room given. All versions count, and what is in the bin.',
})
class StorageModel implements Storage {
  @Field(() => ID, { description: 'Of the person or the space.' })
  id!: string

  @Field(() => String, { description: 'What the person or the space is called.' })
  name!: string

  @Field(() => Float, { description: 'In bytes, with all versions and the bin.' })
  usedBytes!: number

  @Field(() => Float, { nullable: true, description: 'Null without a limit.' })
  quotaBytes!: number | null

  @Field(() => Boolean, { description: 'Whether an administrator set the limit for this one alone.' })
  isOwnQuota!: boolean
}

const StorageConnectionModel = createConnectionModel('Storage', StorageModel)

@InputType({ description: 'How much room a person or a space may take.' })
class SetQuotaInput {
  @Field(() => ID, { description: 'Of a person or a space.' })
  id!: string

  @Field(() => Float, { nullable: true, description: 'Null for what is usual on this site.' })
  quotaBytes!: number | null
}

@Resolver(() => FolderModel)
export class QuotasResolver {
  constructor(private readonly storage: StorageService) {}

  @Query(() => StorageModel, {
    description:
      'How much room your documents take. Saves from the editor are taken even when there is none.',
  })
  async myStorage(@Ctx() context: Context): Promise<Storage> {
    return this.storage.mine(getActor(context))
  }

  @Query(() => StorageConnectionModel, {
    description: 'How much room people take, by name; for administrators.',
  })
  async storageOfPeople(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Storage>> {
    return this.storage.listPeople(getActor(context), page)
  }

  @Query(() => StorageConnectionModel, {
    description: 'How much room spaces take, by name; for administrators.',
  })
  async storageOfSpaces(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<Storage>> {
    return this.storage.listSpaces(getActor(context), page)
  }

  @Mutation(() => Boolean, {
    description: 'Sets how much room a person or a space may take; for administrators.',
  })
  async setQuota(
    @Ctx() context: Context,
    @Arg('input', () => SetQuotaInput) input: SetQuotaInput,
  ): Promise<boolean> {
    await this.storage.set(getActor(context), input)
    return true
  }

  @FieldResolver(() => StorageModel, {
    name: 'storage',
    nullable: true,
    description: 'Of a space; null for any other folder.',
  })
  async storageOf(@Ctx() context: Context, @Root() { id }: Folder): Promise<Storage | null> {
    return (await this.storage.ofFolder(getActor(context), id)) ?? null
  }
}
