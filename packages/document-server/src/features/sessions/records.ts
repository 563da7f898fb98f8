import type { DocumentRecord } from '../documents/index.js'

/** A record of a key that nobody has changed yet. */
export function newRecord(
  basics: Pick<DocumentRecord, 'key' | 'fileType' | 'title' | 'callbackUrl' | 'baseUrl'>,
  now: number,
): DocumentRecord {
  return {
    ...basics,
    state: 'closed',
    editors: [],
    changed: false,
    changedSinceSave: false,
    forceSaved: false,
    fromForgotten: false,
    changes: [],
    journal: 0,
    updatedAt: now,
  }
}
