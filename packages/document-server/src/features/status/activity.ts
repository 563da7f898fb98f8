import type { CallbackAttempt } from '../callback/index.js'
import type { ConversionReport } from '../conversion/index.js'
import { createRecent } from './recent.js'
import { redact, redactUrl } from './redact.js'

/** One try of a callback, without anything that opens something. */
export interface ShownAttempt extends Omit<CallbackAttempt, 'body'> {
  body: unknown
}

/** What the document server did lately, for the status page. */
export interface Activity {
  noteCallback: (attempt: CallbackAttempt) => void
  noteConversion: (report: ConversionReport) => void
  callbacks: () => ShownAttempt[]
  conversions: () => ConversionReport[]
}

const remembered = 100

/** Creates the memory of recent callbacks and conversions; secrets are taken out before they are remembered. */
export function createActivity(): Activity {
  const callbacks = createRecent<ShownAttempt>(remembered)
  const conversions = createRecent<ConversionReport>(remembered)
  return {
    noteCallback: (attempt) =>
      callbacks.add({
        ...attempt,
        url: redactUrl(attempt.url),
        body: redact(attempt.body),
        answer: String(redact(attempt.answer)),
      }),
    noteConversion: conversions.add,
    callbacks: callbacks.list,
    conversions: conversions.list,
  }
}
