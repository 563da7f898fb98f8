import type { CombinedError } from '@urql/vue'

/** Why a request to the portal's API failed, with the API's stable code. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: string,
    message: string,
    /** Values that belong to the code, such as the limit that was passed. */
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Code of requests that got no answer from the portal. */
export const UNREACHABLE = 'PORTAL_UNREACHABLE'

interface ErrorEntry {
  message: string
  extensions?: Record<string, unknown>
}

/** Makes the one error type of the web app from one entry of a GraphQL answer. */
export function toApiErrorFromEntry(entry: ErrorEntry, cause?: unknown): ApiError {
  const { code, details } = entry.extensions ?? {}
  return new ApiError(
    typeof code === 'string' ? code : 'INTERNAL',
    entry.message,
    isRecord(details) ? details : {},
    { cause },
  )
}

/** Makes the one error type of the web app from what urql reports. */
export function toApiError(error: CombinedError): ApiError {
  const [first] = error.graphQLErrors
  if (first) return toApiErrorFromEntry(first, error)
  const message = error.networkError?.message ?? error.message
  return new ApiError(UNREACHABLE, message, {}, { cause: error })
}

/** Gives the code of any thrown value. */
export function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : 'INTERNAL'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
