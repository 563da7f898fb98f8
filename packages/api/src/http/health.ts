import type { FastifyInstance } from 'fastify'
import type { Knex } from 'knex'
import type { BlobStore } from '../storage/blob-store.js'

export interface HealthOptions {
  db: Knex
  blobs: BlobStore
}

/** Mounts `/healthz` (the process answers) and `/readyz` (it can do its work). */
export function registerHealth(app: FastifyInstance, { db, blobs }: HealthOptions): void {
  app.get('/healthz', () => ({ status: 'ok' }))

  app.get('/readyz', async (request, reply) => {
    const checks = { database: db.raw('select 1'), storage: blobs.check() }
    const names = Object.keys(checks)
    const results = await Promise.allSettled(Object.values(checks))
    const states = results.map(({ status }, index) => [
      names[index],
      status === 'fulfilled' ? 'ok' : 'failed',
    ])
    const isReady = results.every(({ status }) => status === 'fulfilled')
    if (!isReady) request.log.error({ results }, 'Not ready')
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ok' : 'failed', ...Object.fromEntries(states) })
  })
}
