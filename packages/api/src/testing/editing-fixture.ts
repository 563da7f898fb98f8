import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import type { Knex } from 'knex'
import { pino } from 'pino'
import type { Actor } from '../features/auth/index.js'
import { userRepository } from '../features/auth/index.js'
import { registerErrorHandler } from '../http/rest-errors.js'
import { createEditing, mountEditingRoutes } from '../features/editing/index.js'
import {
  createLibraryService,
  nodeRepository,
  rootFolderId,
  versionRepository,
} from '../features/library/index.js'
import type { DocumentNode, Version } from '../features/library/index.js'
import { createTrashService } from '../features/trash/index.js'
import { createVersionsService } from '../features/versions/index.js'
import { createId } from '../lib/ids.js'
import { createDiskBlobStore } from '../storage/disk-blob-store.js'
import { startDocumentServerStub, stubSecret } from './document-server-stub.js'
import { noQuotas } from './no-quotas.js'
import { createTestClock } from './test-clock.js'

const silent = pino({ level: 'silent' })
const portalSecret = 'a secret of the portal that is long enough'

/** Runs the editing side of the portal on a real port, against a stub of a document server. */
export async function startEditingFixture(db: Knex) {
  // The tokens of the stub are signed now.
  const clock = createTestClock(new Date())
  const directory = await mkdtemp(path.join(tmpdir(), 'lectern-editing-'))
  const blobs = await createDiskBlobStore(directory)
  const stub = await startDocumentServerStub()
  const maxUploadBytes = 1_000_000
  const library = createLibraryService({ db, clock, blobs, quotas: noQuotas, maxUploadBytes })
  const documentServer = {
    url: stub.url,
    internalUrl: stub.url,
    secret: stubSecret,
    jwtHeader: 'Authorization',
  }
  const config = { portalSecret, documentServer, maxUploadBytes, crashAt: undefined }
  const app = fastify({ forceCloseConnections: true })
  let portalUrl = ''
  const portalInternalUrl = () => portalUrl
  const editing = createEditing({ db, clock, log: silent, blobs, library, config, portalInternalUrl })
  registerErrorHandler(app, () => Promise.resolve(undefined))
  mountEditingRoutes(app, { ...editing, jwtHeader: 'Authorization' })
  portalUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  await nodeRepository.ensureRoot(db, clock.now())

  async function addPerson(name: string, isAdministrator = false): Promise<Actor> {
    const person = { id: createId(), name, isAdministrator, isGuest: !isAdministrator, language: 'en' }
    const account = { email: null, passwordHash: null, createdAt: clock.now() }
    await userRepository.insert(db, { ...person, ...account })
    const choices = { language: 'en', theme: 'system', pictureToken: null } as const
    return { userId: person.id, name, isAdministrator, isGuest: person.isGuest, ...choices }
  }
  const owner = await addPerson('Ada', true)

  async function* chunksOf(text: string) {
    yield Buffer.from(text)
  }
  const openAs = (actor: Actor, documentId: string) =>
    editing.service.editorConfig(actor, {
      documentId,
      mode: 'edit',
      device: 'desktop',
      baseUrl: 'http://portal.example',
    })

  return {
    db,
    clock,
    blobs,
    stub,
    library,
    editing,
    owner,
    portalUrl,
    trash: createTrashService({
      db,
      clock,
      blobs,
      retentionDays: 30,
      letGo: (documents) => editing.drops.dropFrom(documents),
    }),
    versions: createVersionsService({ db, clock, library, blobs, quotas: noQuotas, maxUploadBytes }),
    addPerson,
    openAs,

    /** A text document with these contents. */
    addDocument: (text = 'first', fileName = 'notes.txt'): Promise<DocumentNode> =>
      library.uploadDocument(owner, rootFolderId, { fileName, open: () => chunksOf(text) }),

    /** Opens a document as its owner: what the document server gets to know. */
    async open(documentId: string) {
      const { config } = await openAs(owner, documentId)
      return {
        key: config.document.key,
        url: config.document.url,
        callbackUrl: config.editorConfig.callbackUrl ?? '',
      }
    },

    listVersions: (documentId: string): Promise<Version[]> =>
      versionRepository.listOfDocuments(db, [documentId]),

    async currentText(documentId: string): Promise<string> {
      const document = await nodeRepository.findDocumentEvenDeleted(db, documentId)
      const version = document && (await versionRepository.find(db, document.currentVersionId))
      return version ? textOf(await blobs.open(version.blobSha256)) : ''
    },

    async stop() {
      await app.close()
      await stub.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
export type EditingFixture = Awaited<ReturnType<typeof startEditingFixture>>

/** Reads a stream to its end as text. */
export async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
