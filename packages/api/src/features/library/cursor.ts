import { z } from 'zod'
import { PortalError } from '../../lib/portal-error.js'
import type { ChildPosition } from './children.repository.js'

const cursorSchema = z.tuple([z.enum(['folder', 'document']), z.string().max(4_000), z.string().max(36)])

/** Writes a position in a listing as text that clients hand back unread. */
export function encodeCursor({ type, sortKey, id }: ChildPosition): string {
  return Buffer.from(JSON.stringify([type, sortKey, id])).toString('base64url')
}

/** Reads what `encodeCursor` wrote; refuses anything else. */
export function decodeCursor(cursor: string): ChildPosition {
  try {
    const [type, sortKey, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { type, sortKey, id }
  } catch (cause) {
    throw new PortalError('BAD_INPUT', '"after" must be the endCursor of an earlier answer.', {
      cause,
      details: { field: 'after' },
    })
  }
}
