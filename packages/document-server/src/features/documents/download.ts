import { Agent, request } from 'undici'
import type { Clock } from '../../lib/clock.js'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { Tokens } from '../../lib/tokens.js'

/** Fetches the document that a verified config names. */
export interface Downloader {
  download: (url: string) => Promise<Uint8Array>
  stop: () => Promise<void>
}

interface DownloaderOptions {
  tokens: Tokens
  clock: Clock
  log: Log
  timeoutMs: number
  maxBytes: number
  /** Pauses before the further tries. */
  waitsMs: number[]
}

/** Creates a downloader; redirects are not followed. */
export function createDownloader(options: DownloaderOptions): Downloader {
  const { tokens, clock, log, timeoutMs, maxBytes, waitsMs } = options
  const dispatcher = new Agent({ connections: 32 })

  async function attempt(url: string): Promise<Uint8Array> {
    const headers: Record<string, string> = { accept: 'application/json, text/plain, */*' }
    if (tokens.required) headers[tokens.headerName] = `Bearer ${await tokens.sign({ payload: { url } })}`
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await request(url, { dispatcher, headers, signal })
    if (response.statusCode !== 200) {
      await response.body.dump()
      throw new Error(`the portal answered ${response.statusCode}`)
    }
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > maxBytes)
        throw new DocumentServerError('TOO_LARGE', `The document is larger than ${maxBytes} bytes.`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  return {
    download: async (url) => {
      for (let number = 1; ; number += 1) {
        try {
          return await attempt(url)
        } catch (cause) {
          if (cause instanceof DocumentServerError) throw cause
          log.warn({ url: withoutQuery(url), attempt: number, reason: reasonOf(cause) }, 'Download failed')
          const wait = waitsMs[number - 1]
          if (wait === undefined)
            throw new DocumentServerError('DOWNLOAD_FAILED', `Download failed: ${reasonOf(cause)}`, { cause })
          await clock.sleep(wait)
        }
      }
    },
    stop: () => dispatcher.destroy(),
  }
}

/** The query of a document's address holds the portal's token, which no log may show. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '?…')
}
