import type { IncomingHttpHeaders } from 'node:http'

const hostPattern = /^[a-zA-Z0-9.\-[\]:]{1,255}$/
const prefixPattern = /^(\/[a-zA-Z0-9._~-]+)*$/

/**
 * Gives this server's address as the caller sees it, so that links in answers lead back the same way:
 * from X-Forwarded-Proto, -Host and -Prefix of a proxy in front, else from the Host header.
 */
export function baseUrlOf(headers: IncomingHttpHeaders, fallbackHost: string): string {
  const first = (name: string) => {
    const value = headers[name]
    return (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim()
  }
  const protocol = first('x-forwarded-proto') === 'https' ? 'https' : 'http'
  const named = first('x-forwarded-host') ?? headers.host
  const host = named && hostPattern.test(named) ? named : fallbackHost
  const prefix = (first('x-forwarded-prefix') ?? '').replace(/\/+$/, '')
  return `${protocol}://${host}${prefixPattern.test(prefix) ? prefix : ''}`
}
