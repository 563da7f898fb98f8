import { ConversionError } from '@lectern/shared'
import { ConversionFailed } from './conversion.service.js'
import { DocumentServerUnavailable } from './document-server.client.js'

const maxAttempts = 5
const firstRetryMs = 15_000
/** While the document server does not answer at all. */
const pauseMs = 30_000

/** What is to be done about a conversion that failed: when it is tried again, or never. */
export type AfterFailure =
  | { kind: 'unavailable' | 'again'; attempts: number; afterMs: number }
  | { kind: 'never'; isProtected: boolean }

/**
 * Decides about a conversion that failed after some attempts before. While the document server does not answer nothing
 * counts as an attempt; faults of one moment are tried again after longer and longer pauses, others never.
 */
export function afterFailedConversion(error: unknown, attempts: number): AfterFailure {
  if (error instanceof DocumentServerUnavailable) return { kind: 'unavailable', attempts, afterMs: pauseMs }
  const failure = error instanceof ConversionFailed ? error : undefined
  if (failure?.mayPass === false || attempts + 1 >= maxAttempts)
    return { kind: 'never', isProtected: failure?.code === ConversionError.Password }
  return { kind: 'again', attempts: attempts + 1, afterMs: firstRetryMs * 4 ** attempts }
}
