import { DocumentServerError } from '../../lib/errors.js'
import type { Seal } from '../../lib/seal.js'
import type { KeptParticipant } from '../documents/index.js'
import { canProtect } from '../engine/index.js'
import type { SaveOptions } from '../engine/index.js'
import type { JoinClaims } from './claims.js'
import type { SessionState } from './session-state.js'

/** Passwords of protected files that are open, for saves and for a new engine when one is lost. */
const passwords = new WeakMap<SessionState, string>()

/** Gives the password with which a document was opened. */
export function passwordOf(state: SessionState): string | undefined {
  return passwords.get(state)
}

/** Remembers the password of a document that turned out to be protected: on disk only sealed, and while it is open. */
export function notePassword(state: SessionState, password: string, seal: Seal): void {
  if (passwords.get(state) === password) return
  passwords.set(state, password)
  state.sealedPassword = seal.close(password)
}

/** Takes up the password of a session that an earlier run left behind; gives false when it cannot be read. */
export function recallPassword(state: SessionState, seal: Seal): boolean {
  const { sealedPassword } = state.record
  if (sealedPassword === undefined) return true
  const password = seal.open(sealedPassword)
  if (password !== undefined) notePassword(state, password, seal)
  return password !== undefined
}

/** Gives the options with which a document is saved in a file type: what was protected stays so where a type can be. */
export function protectionOf(state: SessionState, fileType: string): SaveOptions {
  const password = state.document?.info.isProtected ? passwords.get(state) : undefined
  return password !== undefined && canProtect(fileType) ? { password } : {}
}

/** Hides what somebody has not entered yet, when the file is protected. */
export function sealPlace(state: SessionState, seal: Seal, kept: KeptParticipant): KeptParticipant {
  if (kept.cellText === undefined || !passwords.has(state)) return kept
  return { ...kept, cellText: seal.close(kept.cellText) }
}

/** Gives back what `sealPlace` hid. */
export function openPlace(state: SessionState, seal: Seal, kept: KeptParticipant): KeptParticipant {
  if (kept.cellText === undefined || !passwords.has(state)) return kept
  return { ...kept, cellText: seal.open(kept.cellText) }
}

/** Lets nobody into a protected document who does not know its password, also when it is open for others. */
export function requirePassword(state: SessionState, { password }: JoinClaims): void {
  const expected = passwords.get(state)
  if (state.document?.info.isProtected && password !== expected)
    throw new DocumentServerError('PASSWORD', 'The password of the protected file is missing or wrong.')
}
