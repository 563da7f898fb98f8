import { PortalError } from '../../lib/portal-error.js'

const emailPattern = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/

/** Reads an e-mail address from outside, or refuses it: EMAIL_INVALID. */
export function getEmail(text: string | null): string {
  const email = text?.trim() ?? ''
  if (email.length > 320 || !emailPattern.test(email))
    throw new PortalError(
      'EMAIL_INVALID',
      'Enter an e-mail address, such as name@example.org: people sign in with it.',
    )
  return email
}
