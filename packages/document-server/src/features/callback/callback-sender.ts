import { Agent, request } from 'undici'
import { z } from 'zod'
import type { CallbackBody } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { Tokens } from '../../lib/tokens.js'

/** How the portal answered: `refused` is final, `failed` means that it never answered well. */
export type CallbackOutcome = 'accepted' | 'refused' | 'failed'

/** One try of a callback, and what became of it. */
export interface CallbackAttempt {
  /** ISO text. */
  at: string
  key: string
  status: number
  url: string
  body: CallbackBody
  attempt: number
  outcome: CallbackOutcome
  httpStatus: number | undefined
  /** What the portal answered, or why there is no answer. */
  answer: string
  durationMs: number
}

export interface CallbackSender {
  /**
   * Posts a callback. With `retry` a portal that is down or says 5xx or 429 is asked again after pauses;
   * the body is made anew for each try, because result links in it expire.
   */
  send: (url: string, body: () => CallbackBody, options: { retry: boolean }) => Promise<CallbackOutcome>
  stop: () => Promise<void>
}

interface CallbackSenderOptions {
  tokens: Tokens
  clock: Clock
  log: Log
  timeoutMs: number
  /** Pauses before the further tries. */
  waitsMs: number[]
  /** Hears of every try. */
  onAttempt?: (attempt: CallbackAttempt) => void
}

interface Answer {
  outcome: CallbackOutcome
  httpStatus?: number
  text: string
  reason?: string
}

const maxAnswerBytes = 64_000
const answerSchema = z.object({ error: z.number() })

/** Creates the sender of callbacks. */
export function createCallbackSender(options: CallbackSenderOptions): CallbackSender {
  const { tokens, clock, log, timeoutMs, waitsMs, onAttempt } = options
  const dispatcher = new Agent({ connections: 32 })

  async function post(url: string, body: CallbackBody): Promise<Answer> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json, text/plain, */*',
    }
    let payload: object = body
    if (tokens.required) {
      headers[tokens.headerName] = `Bearer ${await tokens.sign({ payload: body })}`
      payload = { ...body, token: await tokens.sign({ ...body }) }
    }
    const response = await request(url, {
      dispatcher,
      method: 'POST',
      headers,
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await readLimited(response.body)
    return { ...judge(response.statusCode, text), httpStatus: response.statusCode, text }
  }

  async function attemptOnce(url: string, body: CallbackBody, attempt: number): Promise<Answer> {
    const startedAt = clock.now()
    const answer = await post(url, body).catch((cause: unknown): Answer => {
      const reason = reasonOf(cause)
      return { outcome: 'failed', text: reason, reason }
    })
    const { key, status } = body
    const { outcome, httpStatus, text } = answer
    const times = { at: new Date(startedAt).toISOString(), durationMs: clock.now() - startedAt }
    onAttempt?.({ ...times, key, status, url, body, attempt, outcome, httpStatus, answer: text })
    return answer
  }

  return {
    send: async (url, makeBody, { retry }) => {
      for (let attempt = 1; ; attempt += 1) {
        const body = makeBody()
        const { outcome, reason } = await attemptOnce(url, body, attempt)
        const details = { key: body.key, status: body.status, attempt, outcome, reason }
        if (outcome === 'accepted') log.info(details, 'Callback answered')
        else if (outcome === 'refused') log.warn(details, 'The portal refused a callback')
        if (outcome !== 'failed') return outcome
        const wait = retry ? waitsMs[attempt - 1] : undefined
        log.warn(details, wait === undefined ? 'Callback failed' : 'Callback failed, it will be tried again')
        if (wait === undefined) return 'failed'
        await clock.sleep(wait)
      }
    },
    stop: () => dispatcher.destroy(),
  }
}

/** Refusals are final; what may pass by itself is tried again. */
function judge(httpStatus: number, text: string): { outcome: CallbackOutcome; reason?: string } {
  if (httpStatus >= 500 || httpStatus === 429)
    return { outcome: 'failed', reason: `the portal answered ${httpStatus}` }
  if (httpStatus !== 200) return { outcome: 'refused', reason: `the portal answered ${httpStatus}` }
  const error = readError(text)
  if (error === 0) return { outcome: 'accepted' }
  return { outcome: 'refused', reason: error === undefined ? 'unreadable answer' : `error ${error}` }
}

function readError(text: string): number | undefined {
  try {
    return answerSchema.parse(JSON.parse(text)).error
  } catch {
    // Not JSON, or JSON of another shape: both count as a refusal, as recorded.
    return undefined
  }
}

async function readLimited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxAnswerBytes) throw new Error(`the portal's answer is longer than ${maxAnswerBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
