import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, readIfThere, writeDurably } from '../../lib/durable-file.js'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import { documentRecordSchema } from './document-record.js'
import type { DocumentRecord } from './document-record.js'

/** Keeps the documents that are open, or may be opened again, on disk: a record and its files for each key. */
export interface DocumentStore {
  find: (key: string) => Promise<DocumentRecord | undefined>
  list: () => Promise<DocumentRecord[]>
  save: (record: DocumentRecord) => Promise<void>
  writeFile: (key: string, name: string, bytes: Uint8Array) => Promise<void>
  readFile: (key: string, name: string) => Promise<Uint8Array | undefined>
  removeFile: (key: string, name: string) => Promise<void>
  /** Removes all but the record. */
  removeFiles: (key: string) => Promise<void>
  remove: (key: string) => Promise<void>
  /** Where the journal of a key lies. */
  folderOf: (key: string) => string
}

const recordName = 'meta.json'

/** Gives the folder name of a key: keys are strangers' text, `..` is a valid one. */
export function folderNameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Creates the store below a folder. */
export function createDocumentStore(root: string, log: Log): DocumentStore {
  const folderOf = (key: string) => join(root, folderNameOf(key))

  async function readRecord(folder: string): Promise<DocumentRecord | undefined> {
    const text = await readIfThere(join(folder, recordName))
    if (!text) return undefined
    try {
      return documentRecordSchema.parse(JSON.parse(text.toString('utf8')))
    } catch (cause) {
      log.error(
        { folder, reason: reasonOf(cause) },
        'A document record cannot be read; its files stay where they are',
      )
      return undefined
    }
  }

  return {
    find: (key) => readRecord(folderOf(key)),
    list: async () => {
      const names = await listFolder(root)
      const records = await Promise.all(names.map((name) => readRecord(join(root, name))))
      return records.filter((record) => record !== undefined)
    },
    save: (record) =>
      writeDurably(join(folderOf(record.key), recordName), JSON.stringify(record, undefined, 1)),
    writeFile: (key, name, bytes) => writeDurably(join(folderOf(key), name), bytes),
    readFile: (key, name) => readIfThere(join(folderOf(key), name)),
    removeFile: (key, name) => rm(join(folderOf(key), name), { force: true }),
    removeFiles: async (key) => {
      const names = await listFolder(folderOf(key))
      for (const name of names) if (name !== recordName) await rm(join(folderOf(key), name), { force: true })
    },
    remove: (key) => rm(folderOf(key), { recursive: true, force: true }),
    folderOf,
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}
