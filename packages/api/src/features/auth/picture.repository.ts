import type { Knex } from 'knex'
import type { CleanPicture } from './pictures/clean-picture.js'

interface PictureRow {
  token: string
  user_id: string
  media_type: CleanPicture['mediaType']
  bytes: Buffer
}

const rows = (db: Knex) => db<PictureRow>('pictures')

/** Reads and writes people's pictures. */
export const pictureRepository = {
  async find(db: Knex, token: string): Promise<CleanPicture | undefined> {
    const row = await rows(db).where({ token }).first()
    return row && { mediaType: row.media_type, bytes: row.bytes }
  },

  /** Puts a picture in the place of the one before; undefined takes that away. */
  async replace(db: Knex, userId: string, picture?: CleanPicture & { token: string }): Promise<void> {
    await db.transaction(async (trx) => {
      await rows(trx).where({ user_id: userId }).delete()
      if (picture) {
        const { token, mediaType, bytes } = picture
        await rows(trx).insert({ token, user_id: userId, media_type: mediaType, bytes })
      }
      await trx('users')
        .where({ id: userId })
        .update({ picture_token: picture?.token ?? null })
    })
  },
}
