/** What went wrong, for people: a code of the editor protocol and a text in two languages come from it. */
export type DocumentServerErrorCode =
  | 'TOKEN_INVALID'
  | 'TOKEN_EXPIRED'
  | 'DOWNLOAD_FAILED'
  | 'TOO_LARGE'
  | 'DAMAGED'
  | 'PASSWORD'
  | 'UNSUPPORTED'
  | 'TOOL_MISSING'
  | 'BUSY'
  | 'ENGINE_LOST'
  | 'NOT_ALLOWED'
  | 'BAD_MESSAGE'
  | 'INTERNAL'

export class DocumentServerError extends Error {
  override readonly name = 'DocumentServerError'
  constructor(
    readonly code: DocumentServerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Gives a message for the log from whatever was thrown. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const inner = cause.cause instanceof Error ? `: ${cause.cause.message}` : ''
  return `${cause.message}${inner}`
}
