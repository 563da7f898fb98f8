import type { FastifyRequest } from 'fastify'

/** The language of ours that a browser asks for first. */
export function preferredLanguage({ headers }: FastifyRequest): string {
  const first = headers['accept-language']?.split(/[,;]/)[0]?.trim() ?? ''
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
