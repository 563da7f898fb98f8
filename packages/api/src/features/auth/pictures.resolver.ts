import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { getActor, type Context } from '../../graphql/context.js'
import { UserModel, UserReferenceModel } from './auth.model.js'
import { presentUser } from './auth.resolver.js'
import { picturePath, type PictureService } from './picture.service.js'
import type { User } from './user.repository.js'

const pathDescription = 'Path of the picture in the portal, which changes with it; null without one.'

@Resolver(() => UserModel)
export class OwnPictureResolver {
  constructor(private readonly pictures: PictureService) {}

  @FieldResolver(() => String, { nullable: true, description: pathDescription })
  pictureUrl(@Root() { pictureToken }: User): string | null {
    return picturePath(pictureToken)
  }

  @Mutation(() => UserModel, { description: 'Shows a picture beside your name from now on.' })
  async setPicture(
    @Ctx() context: Context,
    @Arg('data', () => String, {
      description:
        'PNG, JPEG or WebP as base64: at most 300 kB, 1024 × 1024 pixels, not animated, not interlaced. Notes in the file are left out.',
    })
    data: string,
  ): Promise<unknown> {
    return presentUser(await this.pictures.set(getActor(context), data))
  }

  @Mutation(() => UserModel, { description: 'Takes your picture away.' })
  async removePicture(@Ctx() context: Context): Promise<unknown> {
    return presentUser(await this.pictures.remove(getActor(context)))
  }
}

@Resolver(() => UserReferenceModel)
export class PictureResolver {
  @FieldResolver(() => String, { nullable: true, description: pathDescription })
  async pictureUrl(
    @Ctx() { loaders }: Context,
    @Root() { id, pictureToken }: Pick<User, 'id'> & Partial<Pick<User, 'pictureToken'>>,
  ): Promise<string | null> {
    if (pictureToken !== undefined) return picturePath(pictureToken)
    return picturePath((id && (await loaders.users.load(id))?.pictureToken) || null)
  }
}
