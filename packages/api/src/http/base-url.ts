import type { FastifyRequest } from 'fastify'

/** Gives the portal's address as this person sees it: configured, else as the request says. */
export function baseUrlOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`
}
