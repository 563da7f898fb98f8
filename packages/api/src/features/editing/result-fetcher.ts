import { findFormat } from '@lectern/shared'
import type { BlobStore, StagedBlob } from '../../storage/blob-store.js'
import { PortalError } from '../../lib/portal-error.js'
import type { DocumentServerClient } from './document-server.client.js'
import type { SaveProblemCode } from './save-problem.js'
import type { StoredBytes } from './version-appender.js'

interface FileTypes {
  /** What the document server says that it sends. */
  sent: string | undefined
  /** What the document is. */
  expected: string
}

/** Refuses bytes that are not what their file type says. */
export type CheckContent = (path: string, fileType: string) => Promise<unknown>

/** A result that will not get better by fetching it again. */
export class UnusableResult extends Error {
  override readonly name = 'UnusableResult'
  constructor(
    readonly problem: SaveProblemCode,
    message: string,
    readonly aside?: StoredBytes,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface ResultFetcherOptions {
  client: DocumentServerClient
  blobs: BlobStore
  checkContent: CheckContent
  maxBytes: number
}

/** Brings results of the document server into the blob store. */
export function createResultFetcher({ client, blobs, checkContent, maxBytes }: ResultFetcherOptions) {
  async function stage(link: string): Promise<StagedBlob> {
    try {
      return await blobs.stage(await client.download(link), { maxBytes })
    } catch (cause) {
      if (cause instanceof PortalError && cause.code === 'FILE_TOO_LARGE')
        throw new UnusableResult('RESULT_TOO_LARGE', cause.message, undefined, { cause })
      throw cause
    }
  }

  async function keep(link: string): Promise<StoredBytes> {
    const staged = await stage(link)
    try {
      await staged.commit()
    } finally {
      await staged.discard()
    }
    return { sha256: staged.sha256, size: staged.size }
  }

  return {
    /** Fetches and stores whatever is there, unchecked. */
    keep,

    /** Fetches a document, checks that it is what it claims to be, and stores it. Unusable bytes are kept aside. */
    async fetchDocument(link: string, fileType: FileTypes): Promise<StoredBytes> {
      const staged = await stage(link)
      try {
        const bytes = { sha256: staged.sha256, size: staged.size }
        const fault = await findFault(staged.path, fileType)
        await staged.commit()
        if (fault) throw new UnusableResult('RESULT_UNUSABLE', fault.message, bytes, { cause: fault })
        return bytes
      } finally {
        await staged.discard()
      }
    },
  }

  async function findFault(path: string, { sent, expected }: FileTypes): Promise<Error | undefined> {
    if (sent && sent !== expected)
      return new Error(`The document server sent a file of type ${sent} for a document of type ${expected}.`)
    try {
      await checkContent(path, expected)
      return undefined
    } catch (error) {
      if (!(error instanceof PortalError) || !error.code.startsWith('FILE_')) throw error
      // Whoever deletes all the text of a plain text file means it.
      return error.code === 'FILE_EMPTY' && findFormat(expected)?.container === 'text' ? undefined : error
    }
  }
}
export type ResultFetcher = ReturnType<typeof createResultFetcher>
