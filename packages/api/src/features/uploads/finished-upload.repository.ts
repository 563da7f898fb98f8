import type { Knex } from 'knex'

interface FinishedRow {
  upload_id: string
  document_id: string
  finished_at: Date | number
}

const rows = (db: Knex) => db<FinishedRow>('finished_uploads')

/** Uploads that are documents now. */
export const finishedUploadRepository = {
  async insert(
    trx: Knex,
    { uploadId, documentId, at }: { uploadId: string; documentId: string; at: Date },
  ): Promise<void> {
    await rows(trx).insert({ upload_id: uploadId, document_id: documentId, finished_at: at })
  },

  async findDocumentId(db: Knex, uploadId: string): Promise<string | undefined> {
    return (await rows(db).where({ upload_id: uploadId }).first())?.document_id
  },

  async listBefore(db: Knex, time: Date): Promise<string[]> {
    const found = await rows(db).where('finished_at', '<', time).select('upload_id')
    return found.map(({ upload_id }) => upload_id)
  },

  async delete(db: Knex, uploadIds: readonly string[]): Promise<void> {
    await rows(db).whereIn('upload_id', uploadIds).delete()
  },
}
