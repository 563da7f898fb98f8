import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { documentKeySchema } from '@lectern/shared'
import { isMissing, readIfThere, writeDurably } from '../../lib/durable-file.js'
import { folderNameOf } from './document-store.js'

const forgottenSchema = z.object({
  key: documentKeySchema,
  fileType: z.string(),
  title: z.string(),
  forgottenAt: z.number(),
})
export type ForgottenFile = z.infer<typeof forgottenSchema>

/** Results that the portal did not take, kept until it asks for them (`getForgotten`) or the key is saved after all. */
export interface ForgottenStore {
  list: () => Promise<ForgottenFile[]>
  find: (key: string) => Promise<ForgottenFile | undefined>
  read: (key: string) => Promise<Uint8Array | undefined>
  keep: (file: ForgottenFile, bytes: Uint8Array) => Promise<void>
  remove: (key: string) => Promise<void>
}

/** Creates the store below a folder. */
export function createForgottenStore(root: string): ForgottenStore {
  const pathOf = (key: string, name: string) => join(root, folderNameOf(key), name)

  async function readFolder(name: string): Promise<ForgottenFile | undefined> {
    const text = await readIfThere(join(root, name, 'meta.json'))
    const parsed = text && forgottenSchema.safeParse(JSON.parse(text.toString('utf8')))
    return parsed?.success ? parsed.data : undefined
  }

  return {
    list: async () => {
      try {
        const files = await Promise.all((await readdir(root)).map(readFolder))
        return files.filter((file) => file !== undefined).sort((a, b) => a.forgottenAt - b.forgottenAt)
      } catch (cause) {
        if (isMissing(cause)) return []
        throw cause
      }
    },
    find: (key) => readFolder(folderNameOf(key)),
    read: (key) => readIfThere(pathOf(key, 'output')),
    keep: async (file, bytes) => {
      // The record last: a folder without one does not count.
      await writeDurably(pathOf(file.key, 'output'), bytes)
      await writeDurably(pathOf(file.key, 'meta.json'), JSON.stringify(file))
    },
    remove: (key) => rm(join(root, folderNameOf(key)), { recursive: true, force: true }),
  }
}
