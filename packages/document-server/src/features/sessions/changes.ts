import type { DocumentRecord } from '../documents/index.js'
import type { JoinClaims } from './claims.js'

/** The list stays readable, and the record small, however long people write in turns. */
const maxRuns = 1_000

/** Notes that a participant changed the document. */
export function noteChange(
  record: DocumentRecord,
  { userId, userName }: Pick<JoinClaims, 'userId' | 'userName'>,
  now: number,
): void {
  const user = { id: userId, name: userName }
  record.changed = true
  record.changedSinceSave = true
  record.lastChangeAt = now
  record.lastEditor = user
  const last = record.changes.at(-1)
  if (last?.user.id === user.id) {
    last.endedAt = now
    last.inputs += 1
    return
  }
  if (record.changes.length >= maxRuns) record.changes.shift()
  record.changes.push({ user, startedAt: now, endedAt: now, inputs: 1 })
}
