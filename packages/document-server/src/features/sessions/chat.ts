import { DocumentServerError } from '../../lib/errors.js'
import type { Clock } from '../../lib/clock.js'
import { broadcast } from './session-state.js'
import type { Member, SessionState } from './session-state.js'

/** So many lines wait for those who come later; what is worth more belongs into a comment. */
const keptLines = 200
/** Nobody types faster; a page that does is no person. */
const linesPerMinute = 60

/** Passes on to everybody what somebody says. */
export function say(state: SessionState, { id, color, claims }: Member, text: string, clock: Clock): void {
  if (claims.permissions.chat === false)
    throw new DocumentServerError('NOT_ALLOWED', 'The chat is switched off for this person.')
  const now = clock.now()
  const recent = state.chat.filter(
    (line) => line.participantId === id && now - Date.parse(line.saidAt) < 60_000,
  )
  if (recent.length >= linesPerMinute)
    throw new DocumentServerError('NOT_ALLOWED', 'Too many lines of chat in a minute.')
  const number = (state.chat.at(-1)?.id ?? 0) + 1
  const line = {
    ...{ id: number, participantId: id, name: claims.userName, color, text },
    saidAt: new Date(now).toISOString(),
  }
  state.chat = [...state.chat, line].slice(-keptLines)
  broadcast(state, { type: 'chat', lines: [line] }, ({ permissions }) => permissions.chat !== false)
}
