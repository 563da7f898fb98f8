import type { Readable } from 'node:stream'

/** Received bytes that are complete and on disk, but not yet part of the store. */
export interface StagedBlob {
  readonly sha256: string
  readonly size: number
  /** Local file with the bytes, to be checked before `commit`. Gone after `commit` and `discard`. */
  readonly path: string
  /** Makes the blob part of the store; once it resolves the bytes survive a power cut. */
  commit(): Promise<void>
  /** Removes the received bytes; does nothing after `commit`. */
  discard(): Promise<void>
}

export interface ByteRange {
  start: number
  /** Last byte, inclusive. */
  end: number
}

/** Immutable files, named by the SHA-256 of their bytes. */
export interface BlobStore {
  /** Receives a stream without holding it in memory; FILE_TOO_LARGE when it exceeds `maxBytes`. */
  stage(source: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<StagedBlob>
  /**
   * Takes in a file that lies on this machine already, without copying it where the disk allows that; it stays where it
   * is, and nobody may write to it any more. FILE_TOO_LARGE when it exceeds `maxBytes`.
   */
  adopt(file: string, options: { maxBytes: number }): Promise<StagedBlob>
  /**
   * Tells of a file that is going to be adopted and grows: its first bytes are there and will not change any more. What
   * adopting takes is done in part while the rest comes in.
   */
  prepare(file: string, bytes: number): void
  /** Tells that a file will not be adopted after all; does nothing for one that nobody told of. */
  forget(file: string): void
  /** Opens a blob for reading; STORAGE_UNAVAILABLE when it is not there. */
  open(sha256: string, range?: ByteRange): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Removes a blob for ever, unless it came in after a time: somebody may be about to point at it. */
  remove(sha256: string, options: { unusedSince: Date }): Promise<void>
  /** Rejects when nothing can be written now. */
  check(): Promise<void>
}
