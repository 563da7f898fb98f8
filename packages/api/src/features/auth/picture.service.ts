import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'
import { createToken } from '../../lib/tokens.js'
import type { Actor } from './actor.js'
import { pictureRepository } from './picture.repository.js'
import { cleanPicture } from './pictures/clean-picture.js'
import { userRepository, type User } from './user.repository.js'

const maxBytes = 300_000

export type PictureService = ReturnType<typeof createPictureService>

/** The address of a picture in the portal; who has it may see the picture, and nobody can guess it. */
export function picturePath(token: string | null): string | null {
  return token === null ? null : `/pictures/${token}`
}

/** People's own pictures. */
export function createPictureService({ db }: { db: Knex }) {
  async function getUser({ userId }: Actor): Promise<User> {
    const user = await userRepository.find(db, userId)
    if (!user) throw new PortalError('NOT_SIGNED_IN', 'Your account no longer exists. Sign in again.')
    return user
  }

  return {
    /** Shows a picture, given as base64, beside somebody's name from now on. */
    async set(actor: Actor, data: string): Promise<User> {
      const bytes = Buffer.from(data, 'base64')
      if (bytes.length > maxBytes)
        throw new PortalError(
          'PICTURE_TOO_LARGE',
          `The picture is larger than ${maxBytes / 1000} kB. Make it smaller and try again.`,
          { details: { limitBytes: maxBytes } },
        )
      await pictureRepository.replace(db, actor.userId, { token: createToken(), ...cleanPicture(bytes) })
      return getUser(actor)
    },

    async remove(actor: Actor): Promise<User> {
      await pictureRepository.replace(db, actor.userId)
      return getUser(actor)
    },

    find: (token: string) => pictureRepository.find(db, token),
  }
}
