import { AsyncLocalStorage } from 'node:async_hooks'
import path from 'node:path'
import { Server, type Upload } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireScope, type Actor, type AuthService } from '../features/auth/index.js'
import { notFound } from '../features/library/index.js'
import { readUploadTarget, type UploadsService } from '../features/uploads/index.js'
import { createId, isId } from '../lib/ids.js'
import type { Job } from '../lib/job.js'
import { startJob } from '../lib/job.js'
import type { Logger } from '../lib/logger.js'
import { PortalError, statusOf } from '../lib/portal-error.js'
import type { BlobStore } from '../storage/blob-store.js'
import { identify } from './identify.js'
import { UploadStore } from './upload-store.js'

const route = '/uploads'
/** What nobody goes on with for so long is deleted. */
const keptMs = 2 * 24 * 60 * 60_000
const cleaningIntervalMs = 60_000

export interface UploadRoutesOptions {
  auth: AuthService
  uploads: UploadsService
  blobs: BlobStore
  maxUploadBytes: number
  /** Where files lie until they are complete. */
  directory: string
  log: Logger
}

/**
 * Mounts resumable uploads by the tus protocol: what has arrived is kept on disk, so that an upload goes on after a
 * break of the line and after a restart of the portal. Gives the job that forgets abandoned ones.
 */
export async function registerUploads(app: FastifyInstance, options: UploadRoutesOptions): Promise<Job> {
  const { auth, blobs, directory, log } = options
  const store = new UploadStore(directory, { keptMs, blobs })
  const who = new AsyncLocalStorage<Actor>()
  const server = createTusServer(store, who, options)
  await app.register((scope, _options, done) => {
    // The body is not read here: tus writes it to disk while it comes in.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, parsed) => {
      parsed(null)
    })
    scope.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
      url: `${route}/*`,
      handler: handle,
    })
    scope.post(route, handle)
    done()
  })

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { actor } = await identify(auth, request)
    if (!actor) throw new PortalError('NOT_SIGNED_IN', 'You are not signed in. Sign in and try again.')
    requireScope(actor, 'write')
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    await who.run(actor, () => server.handle(request.raw, reply.raw))
  }

  const forget = async () => {
    await server.forgetFinished()
    await store.deleteExpired()
  }
  return startJob({ name: 'forgetting broken uploads', run: forget, log, intervalMs: cleaningIntervalMs })
}

function createTusServer(
  store: UploadStore,
  who: AsyncLocalStorage<Actor>,
  { auth, uploads, maxUploadBytes, directory, log }: UploadRoutesOptions,
) {
  /** Uploads that are becoming documents now; those that became one are remembered in the database. */
  const finishing = new Map<string, Promise<string>>()

  function getActor(): Actor {
    const actor = who.getStore()
    if (!actor) throw new Error('A request to tus came without anybody')
    return actor
  }

  async function finish(upload: Upload): Promise<string> {
    const actor = await auth.actorOfUser(upload.metadata?.userId ?? '')
    if (!actor) throw notFound()
    const file = path.join(directory, upload.id)
    const documentId = await uploads.finish(actor, {
      id: upload.id,
      target: readUploadTarget(upload.metadata),
      file,
    })
    return JSON.stringify({ documentId })
  }

  function finishOnce(upload: Upload): Promise<string> {
    const running = finishing.get(upload.id)
    if (running) return running
    const started = finish(upload)
      .catch(async (error: unknown) => {
        await store.remove(upload.id)
        throw error
      })
      .finally(() => finishing.delete(upload.id))
    finishing.set(upload.id, started)
    return started
  }

  const server = new Server({
    path: route,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: maxUploadBytes,
    namingFunction: () => createId(),
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return
      // Somebody else's upload is as good as absent.
      const upload = isId(id) ? await store.getUpload(id).catch(() => undefined) : undefined
      if (upload?.metadata?.userId !== getActor().userId) throw notFound()
      // Complete, but the portal ended before it became a document: it becomes one now.
      if (request.method === 'HEAD' && upload.size === upload.offset) await finishOnce(upload)
    },
    async onUploadCreate(_request, upload) {
      const actor = getActor()
      const target = readUploadTarget(upload.metadata)
      await uploads.check(actor, target, upload.size ?? 0)
      return { metadata: { ...upload.metadata, userId: actor.userId } }
    },
    onUploadFinish: async (_request, upload) => ({
      status_code: 200,
      headers: { 'content-type': 'application/json' },
      body: await finishOnce(upload),
    }),
    onResponseError(_request, error) {
      if (error instanceof PortalError) {
        const { code, message, details } = error
        return { status_code: statusOf(code), body: JSON.stringify({ code, message, details }) }
      }
      if (error instanceof Error) log.error({ err: error }, 'an upload failed unexpectedly')
      return undefined
    },
  })

  return {
    handle: (...exchange: Parameters<Server['handle']>) => server.handle(...exchange),
    /** Removes the files of uploads that became documents a while ago. */
    forgetFinished: () => uploads.forgetFinished((id) => store.remove(id).catch(() => undefined)),
  }
}
