import { DocumentServerError } from '../../lib/errors.js'
import type { JoinClaims } from './claims.js'
import type { SessionState } from './session-state.js'

/** Passwords of protected files that are open: in memory only, for a new engine when one is lost. */
const passwords = new WeakMap<SessionState, string>()

/** Gives the password with which a document was opened. */
export function passwordOf(state: SessionState): string | undefined {
  return passwords.get(state)
}

/** Remembers the password of a document that turned out to be protected. */
export function notePassword(state: SessionState, password: string): void {
  passwords.set(state, password)
}

/** Lets nobody into a protected document who does not know its password, also when it is open for others. */
export function requirePassword(state: SessionState, { password }: JoinClaims): void {
  const expected = passwords.get(state)
  if (state.document?.info.isProtected && password !== expected)
    throw new DocumentServerError('PASSWORD', 'The password of the protected file is missing or wrong.')
}
