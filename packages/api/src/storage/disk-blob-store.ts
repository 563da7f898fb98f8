import { access, copyFile, link, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { createId } from '../lib/ids.js'
import { PortalError } from '../lib/portal-error.js'
import type { BlobStore, ByteRange, StagedBlob } from './blob-store.js'
import { createFileHashes, type MeasuredFile } from './file-hashes.js'

const sha256Pattern = /^[0-9a-f]{64}$/

/** Keeps blobs as files: `<directory>/ab/abcdef…`, received in `<directory>/incoming` first. */
export async function createDiskBlobStore(directory: string): Promise<BlobStore> {
  const incoming = path.join(directory, 'incoming')
  // What lies there was being received when the last process ended; nobody waits for it any more.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })
  const hashes = createFileHashes()

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
      const size = await receive(source, temporary, { maxBytes, hashes })
      const received = await hashes.measure(temporary, size)
      return createStagedBlob(temporary, pathOf(received.sha256), received)
    } catch (error) {
      hashes.forget(temporary)
      await rm(temporary, { force: true })
      throw storageError(error)
    }
  }

  async function adopt(file: string, { maxBytes }: { maxBytes: number }): Promise<StagedBlob> {
    const temporary = path.join(incoming, createId())
    try {
      const { size } = await stat(file)
      if (size > maxBytes) throw tooLarge(maxBytes)
      const measured = await hashes.measure(await nameAnew(file, temporary), size)
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
    prepare: hashes.grown,
    forget: hashes.forget,
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

/** Gives the same bytes another name, and says which file to measure: a copy where the file lies on another disk. */
async function nameAnew(file: string, temporary: string): Promise<string> {
  try {
    await link(file, temporary)
    return file
  } catch {
    await copyFile(file, temporary)
    return temporary
  }
}

interface Receiving {
  maxBytes: number
  hashes: ReturnType<typeof createFileHashes>
}

async function receive(
  source: AsyncIterable<Uint8Array>,
  target: string,
  { maxBytes, hashes }: Receiving,
): Promise<number> {
  let size = 0
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      if (size + chunk.byteLength > maxBytes) throw tooLarge(maxBytes)
      await writeAll(file, chunk)
      size += chunk.byteLength
      hashes.grown(target, size)
    }
    return size
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.byteLength;) {
    const { bytesWritten } = await file.write(chunk, offset)
    offset += bytesWritten
  }
}

function createStagedBlob(temporary: string, target: string, { sha256, size }: MeasuredFile): StagedBlob {
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

/** Words a fault of the disk for whoever sends a file; other errors stay as they are. */
export function storageError(error: unknown): unknown {
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
