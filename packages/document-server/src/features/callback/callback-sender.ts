import { Agent, request } from 'undici'
import { z } from 'zod'
import type { CallbackBody } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { Tokens } from '../../lib/tokens.js'

/** How the portal answered: `refused` is final, `failed` means that it never answered well. */
export type CallbackOutcome = 'accepted' | 'refused' | 'failed'

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
}

const maxAnswerBytes = 64_000
const answerSchema = z.object({ error: z.number() })

/** Creates the sender of callbacks. */
export function createCallbackSender({
  tokens,
  clock,
  log,
  timeoutMs,
  waitsMs,
}: CallbackSenderOptions): CallbackSender {
  const dispatcher = new Agent({ connections: 32 })

  async function post(url: string, body: CallbackBody): Promise<CallbackOutcome> {
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
    if (response.statusCode >= 500 || response.statusCode === 429)
      throw new Error(`the portal answered ${response.statusCode}`)
    if (response.statusCode !== 200) return refuse(body, `the portal answered ${response.statusCode}`)
    const error = readError(text)
    return error === 0
      ? 'accepted'
      : refuse(body, error === undefined ? 'unreadable answer' : `error ${error}`)
  }

  function refuse(body: CallbackBody, reason: string): CallbackOutcome {
    log.warn({ key: body.key, status: body.status, reason }, 'The portal refused a callback')
    return 'refused'
  }

  return {
    send: async (url, makeBody, { retry }) => {
      for (let attempt = 0; ; attempt += 1) {
        const body = makeBody()
        try {
          const outcome = await post(url, body)
          log.info({ key: body.key, status: body.status, attempt: attempt + 1, outcome }, 'Callback answered')
          return outcome
        } catch (cause) {
          const wait = retry ? waitsMs[attempt] : undefined
          log.warn(
            { key: body.key, status: body.status, attempt: attempt + 1, reason: reasonOf(cause) },
            wait === undefined ? 'Callback failed' : 'Callback failed, it will be tried again',
          )
          if (wait === undefined) return 'failed'
          await clock.sleep(wait)
        }
      }
    },
    stop: () => dispatcher.destroy(),
  }
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
