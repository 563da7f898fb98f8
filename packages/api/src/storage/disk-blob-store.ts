import { createHash } from 'node:crypto'
import { access, copyFile, link, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { createId } from '../lib/ids.js'
import { PortalError } from '../lib/portal-error.js'
import type { BlobStore, ByteRange, StagedBlob } from './blob-store.js'

const sha256Pattern = /^[0-9a-f]{64}$/
const readBytes = 1_048_576

/** Keeps blobs as files: `<directory>/ab/abcdef…`, received in `<directory>/incoming` first. */
export async function createDiskBlobStore(directory: string): Promise<BlobStore> {
  const incoming = path.join(directory, 'incoming')
  // What lies there was being received when the last process ended; nobody waits for it any more.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })

  function pathOf(sha256: string): string {
    if (!sha256Pattern.test(sha256)) throw new TypeError('Not the SHA-256 of a blob')
    return path.join(directory, sha256.slice(0, 2), sha256)
  }

  async function stage(
    source: AsyncIterable<Uint8Array>,
    { maxBytes }: { maxBytes: number },
  ): Promise<StagedBlob> {
    const temporary = path.join(incoming, createId())
    try {
      const received = await receive(source, temporary, maxBytes)
      return createStagedBlob(temporary, pathOf(received.sha256), received)
    } catch (error) {
      await rm(temporary, { force: true })
      throw storageError(error)
    }
  }

  async function adopt(file: string, { maxBytes }: { maxBytes: number }): Promise<StagedBlob> {
    const temporary = path.join(incoming, createId())
    try {
      // Another name for the same bytes; a copy where the file lies on another disk.
      await link(file, temporary).catch(() => copyFile(file, temporary))
      const measured = await measure(temporary, maxBytes)
      return createStagedBlob(temporary, pathOf(measured.sha256), measured)
    } catch (error) {
      await rm(temporary, { force: true })
      throw storageError(error)
    }
  }

  async function openBlob(sha256: string, range?: ByteRange) {
    const file = pathOf(sha256)
    let handle: FileHandle
    try {
      handle = await open(file, 'r')
    } catch (cause) {
      throw new PortalError('STORAGE_UNAVAILABLE', 'The stored file cannot be read. Ask the administrator.', {
        cause,
      })
    }
    return handle.createReadStream(range)
  }

  return {
    stage,
    adopt,
    open: openBlob,
    has: (sha256) =>
      access(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    async remove(sha256, { unusedSince }) {
      const aside = path.join(incoming, createId())
      try {
        await rename(pathOf(sha256), aside)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
        throw storageError(error)
      }
      // Looked at only now: from here on nobody can put these bytes in again under this name unnoticed.
      const { mtime } = await stat(aside)
      if (mtime > unusedSince) await rename(aside, pathOf(sha256))
      else await rm(aside)
    },
    check: async () => {
      const probe = path.join(incoming, createId())
      const handle = await open(probe, 'w')
      await handle.close()
      await rm(probe, { force: true })
    },
  }
}

async function receive(source: AsyncIterable<Uint8Array>, target: string, maxBytes: number) {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Reads a file through one small buffer, and makes sure that it is on disk. */
async function measure(file: string, maxBytes: number) {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(readBytes)
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    if (size > maxBytes) throw tooLarge(maxBytes)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
    }
    await handle.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.byteLength;) {
    const { bytesWritten } = await file.write(chunk, offset)
    offset += bytesWritten
  }
}

function createStagedBlob(
  temporary: string,
  target: string,
  { sha256, size }: { sha256: string; size: number },
): StagedBlob {
  return {
    sha256,
    size,
    path: temporary,
    async commit() {
      try {
        const folder = path.dirname(target)
        if (await mkdir(folder, { recursive: true })) await syncDirectory(path.dirname(folder))
        // A blob that is there already holds the same bytes: replacing it changes nothing.
        await rename(temporary, target)
        await syncDirectory(folder)
      } catch (error) {
        throw storageError(error)
      }
    },
    discard: () => rm(temporary, { force: true }),
  }
}

/** Makes a rename durable: without it the name may be lost in a power cut although the bytes are there. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Tells that a file exceeds the limit. */
function tooLarge(maxBytes: number): PortalError {
  const megabytes = Math.floor(maxBytes / 1_048_576)
  const limit = megabytes > 0 ? `${megabytes} MB` : `${maxBytes} bytes`
  return new PortalError(
    'FILE_TOO_LARGE',
    `The file is larger than ${limit}. Make it smaller, or ask for a higher limit.`,
    {
      details: { maxBytes },
    },
  )
}

const diskFaults = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'EMFILE', 'ENOENT'])

function storageError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof PortalError || !code || !diskFaults.has(code)) return error
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : 'the data directory cannot be written'
  return new PortalError(
    'STORAGE_UNAVAILABLE',
    `The file could not be stored: ${reason}. Ask the administrator.`,
    {
      cause: error,
    },
  )
}
