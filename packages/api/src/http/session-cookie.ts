import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

const cookieName = 'lectern_session'
const maxAgeSeconds = 30 * 24 * 60 * 60

/** Reads the session's token from the browser's cookie. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName]
}

/** Reads the session's token from the header of a request that is not Fastify's. */
export function readSessionCookieOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : fastifyCookie.parse(header)[cookieName]
}

/** Gives the browser the session's token, out of reach for scripts and other sites. */
export function setSessionCookie(reply: FastifyReply, sessionToken: string, isSecure: boolean): void {
  reply.setCookie(cookieName, sessionToken, { ...attributes(isSecure), maxAge: maxAgeSeconds })
}

/** Makes the browser forget the session. */
export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(cookieName, attributes(isSecure))
}

function attributes(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}
