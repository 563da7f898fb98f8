import { createWriteStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import type { BlobStore } from '../storage/blob-store.js'
import { storageError } from '../storage/disk-blob-store.js'

const writeBytes = 1_048_576

/** Keeps the files of uploads while they come in, and has the blob store read along, which takes them over at the end. */
export class UploadStore extends FileStore {
  private readonly blobs: Pick<BlobStore, 'prepare' | 'forget'>

  constructor(directory: string, { keptMs, blobs }: { keptMs: number; blobs: BlobStore }) {
    super({ directory, expirationPeriodInMilliseconds: keptMs })
    this.blobs = blobs
  }

  /** Writes what comes in behind what is there, in large pieces; gives where it ends. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const file = path.join(this.directory, id)
    const target = createWriteStream(file, { flags: 'r+', start: offset, highWaterMark: writeBytes })
    const { blobs } = this
    async function* watch(chunks: AsyncIterable<Uint8Array>) {
      let told = 0
      for await (const chunk of chunks) {
        yield chunk
        if (target.bytesWritten - told < writeBytes) continue
        told = target.bytesWritten
        blobs.prepare(file, offset + told)
      }
    }
    try {
      await pipeline(source, watch, target)
    } catch (error) {
      throw storageError(error)
    }
    return offset + target.bytesWritten
  }

  override async remove(id: string): Promise<void> {
    this.blobs.forget(path.join(this.directory, id))
    await super.remove(id)
  }
}
