import type { FastifyInstance } from 'fastify'
import type { PictureService } from '../features/auth/index.js'
import { PortalError } from '../lib/portal-error.js'

/** Mounts people's pictures. Their addresses cannot be guessed, so that the editor's page can show them too. */
export function registerPictures(app: FastifyInstance, { pictures }: { pictures: PictureService }): void {
  app.get<{ Params: { token: string } }>('/pictures/:token', async (request, reply) => {
    const picture = await pictures.find(request.params.token)
    if (!picture)
      throw new PortalError('NOT_FOUND', 'This picture was replaced or taken away. Reload the page.')
    void reply.headers({
      'content-type': picture.mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      // The document server may be on another site.
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    return reply.send(picture.bytes)
  })
}
