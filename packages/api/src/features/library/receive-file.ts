import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore, StagedBlob } from '../../storage/blob-store.js'
import { checkFile } from './file-check.js'
import { quotaExceeded, roomLeft, type Room } from './quota.js'

export interface ReceiveFile {
  source: AsyncIterable<Uint8Array>
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
  const staged = await blobs
    .stage(source, { maxBytes: Math.min(maxUploadBytes, bytes) })
    .catch((error: unknown) => {
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
