import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore, StagedBlob } from '../../storage/blob-store.js'
import { checkFile } from './file-check.js'
import { quotaExceeded, roomLeft, type Room } from './quota.js'

/** A file that has arrived completely and lies on this machine. */
export interface ReceivedFile {
  path: string
}

/** The bytes of a file: on their way in, or here already. */
export type FileSource = AsyncIterable<Uint8Array> | ReceivedFile

export interface ReceiveFile {
  source: FileSource
  fileType: string
  rooms: readonly Room[]
  maxUploadBytes: number
}

/**
 * Takes the bytes of a file in, as long as there is room for them, checks that they are what their type says, and makes
 * them durable.
 */
export async function receiveFile(
  blobs: BlobStore,
  { source, fileType, rooms, maxUploadBytes }: ReceiveFile,
): Promise<StagedBlob> {
  const { bytes, tightest } = roomLeft(rooms)
  const limit = { maxBytes: Math.min(maxUploadBytes, bytes) }
  const staging = 'path' in source ? blobs.adopt(source.path, limit) : blobs.stage(source, limit)
  const staged = await staging.catch((error: unknown) => {
    const isTooLarge = error instanceof PortalError && error.code === 'FILE_TOO_LARGE'
    throw isTooLarge && tightest && bytes < maxUploadBytes ? quotaExceeded(tightest) : error
  })
  try {
    await checkFile(staged.path, fileType)
    await staged.commit()
  } finally {
    await staged.discard()
  }
  return staged
}
