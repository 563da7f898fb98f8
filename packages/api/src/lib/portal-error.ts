/** Every code that clients may see, with the HTTP status a REST answer carries for it. Codes never change meaning. */
export const errorStatuses = {
  NOT_SIGNED_IN: 401,
  FORBIDDEN: 403,
  EDIT_FORBIDDEN: 403,
  DOWNLOAD_FORBIDDEN: 403,
  SCOPE_MISSING: 403,
  ACCOUNT_DEACTIVATED: 403,
  LAST_ADMINISTRATOR: 409,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  NAME_CHANGED: 409,
  NAME_INVALID: 400,
  NAME_TAKEN: 409,
  MOVE_INTO_ITSELF: 409,
  TOO_MANY_NODES: 400,
  BEING_EDITED: 409,
  VERSION_NEEDED: 409,
  CONVERSION_UNKNOWN: 415,
  CONVERSION_FAILED: 502,
  DIFFERENCE_UNKNOWN: 415,
  DIFFERENCE_TOO_LARGE: 413,
  FILE_TYPE_UNKNOWN: 415,
  FILE_EMPTY: 422,
  FILE_DAMAGED: 422,
  FILE_MISMATCH: 422,
  FILE_ENCRYPTED: 422,
  FILE_UNSAFE: 422,
  FILE_TOO_LARGE: 413,
  QUOTA_EXCEEDED: 507,
  SIGN_IN_FAILED: 401,
  SIGN_IN_LINK_INVALID: 401,
  SHARE_LINK_INVALID: 404,
  SHARE_LINK_PASSWORD: 403,
  SSO_DOMAIN_FORBIDDEN: 403,
  SSO_EMAIL_UNVERIFIED: 403,
  SSO_EXPIRED: 401,
  SSO_FAILED: 502,
  SSO_NO_ACCOUNT: 403,
  SSO_REFUSED: 401,
  SSO_UNREACHABLE: 502,
  RATE_LIMITED: 429,
  PASSWORD_TOO_WEAK: 400,
  PICTURE_INVALID: 422,
  PICTURE_TOO_LARGE: 413,
  PASSWORD_WRONG: 403,
  EMAIL_INVALID: 400,
  EMAIL_TAKEN: 409,
  MAIL_UNAVAILABLE: 503,
  QUERY_TOO_COMPLEX: 400,
  STORAGE_UNAVAILABLE: 503,
  DOCUMENT_SERVER_UNREACHABLE: 502,
  DOCUMENT_SERVER_REFUSED: 502,
  INTERNAL: 500,
} as const

export type ErrorCode = keyof typeof errorStatuses

/** Values that a message needs in another language: names, limits. Never secrets. */
export type ErrorDetails = Record<string, string | number | boolean | readonly string[]>

export interface PortalErrorOptions extends ErrorOptions {
  details?: ErrorDetails
}

/** The one error type whose message people may read: what failed, why, and what to do. */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  readonly details: ErrorDetails

  constructor(
    readonly code: ErrorCode,
    message: string,
    { details = {}, ...options }: PortalErrorOptions = {},
  ) {
    super(message, options)
    this.details = details
  }
}

/** Gives the HTTP status that belongs to an error code. */
export function statusOf(code: ErrorCode): number {
  return errorStatuses[code]
}
