import { CallbackStatus } from '@lectern/shared'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startDocumentServerStub, stubSecret } from '../../testing/document-server-stub.js'
import type { DocumentServerStub } from '../../testing/document-server-stub.js'
import { createPlace, describeServers, type Place } from '../../testing/place.js'
import { startPortalProcess } from '../../testing/portal-process.js'
import type { PortalProcess } from '../../testing/portal-process.js'
import { crashPoints } from './crash-point.js'

const apiToken = 'token-of-an-administrator-of-this-test'
const rootFolderId = '00000000-0000-7000-8000-000000000000'
const headers = { authorization: `Bearer ${apiToken}`, 'apollo-require-preflight': 'yes' }

interface DocumentAnswer {
  id: string
  versions: { nodes: { number: number; cause: string }[] }
}

async function graphql<T>(portal: PortalProcess, query: string, variables: object): Promise<T> {
  const response = await fetch(`${portal.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown }
  if (!data) throw new Error(JSON.stringify(errors))
  return data
}

async function upload(portal: PortalProcess, text: string): Promise<string> {
  const form = new FormData()
  const query = 'mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { id } }'
  const variables = { input: { folderId: rootFolderId, file: null } }
  form.append('operations', JSON.stringify({ query, variables }))
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }))
  form.append('0', new Blob([text]), 'notes.txt')
  const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers, body: form })
  const { data } = (await response.json()) as { data: { uploadDocument: { id: string } } }
  return data.uploadDocument.id
}

async function listVersions(portal: PortalProcess, id: string) {
  const query = 'query ($id: ID!) { document(id: $id) { id versions { nodes { number cause } } } }'
  return (await graphql<{ document: DocumentAnswer }>(portal, query, { id })).document.versions.nodes
}

async function download(portal: PortalProcess, id: string): Promise<string> {
  return (await fetch(`${portal.url}/documents/${id}/download`, { headers })).text()
}

async function open(portal: PortalProcess, documentId: string) {
  const query = 'query ($documentId: ID!) { editorConfig(documentId: $documentId) { config } }'
  type Config = { document: { key: string }; editorConfig: { callbackUrl: string } }
  const { editorConfig } = await graphql<{ editorConfig: { config: Config } }>(portal, query, { documentId })
  return { key: editorConfig.config.document.key, callbackUrl: editorConfig.config.editorConfig.callbackUrl }
}

/** The document server knows one address of the portal; the restarted one listens on another port. */
function movedTo(portal: PortalProcess, callbackUrl: string): string {
  const { pathname, search } = new URL(callbackUrl)
  return `${portal.url}${pathname}${search}`
}

// Each test starts the portal twice, which takes seconds on a busy machine.
describeServers('a portal that is killed during a save', (server) => {
  let stub: DocumentServerStub
  let place: Place
  let removePlace: () => Promise<void>
  let running: PortalProcess[]

  beforeEach(async () => {
    stub = await startDocumentServerStub()
    ;({ place, remove: removePlace } = await createPlace(server))
    running = []
  })
  afterEach(async () => {
    for (const portal of running) await portal.stop()
    await stub.stop()
    await removePlace()
  })

  async function start(environment: Record<string, string> = {}): Promise<PortalProcess> {
    const portal = await startPortalProcess({
      DATA_DIR: place.dataDir,
      PORTAL_SECRET: 'a secret of the portal that is long enough',
      DOCUMENT_SERVER_URL: stub.url,
      DOCUMENT_SERVER_SECRET: stubSecret,
      ADMIN_API_TOKEN: apiToken,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      ...environment,
    })
    running.push(portal)
    return portal
  }

  async function killDuringSave(crashAt: string) {
    const portal = await start({ LECTERN_CRASH_AT: crashAt })
    const documentId = await upload(portal, 'first')
    const { key, callbackUrl } = await open(portal, documentId)
    const url = stub.addResult(Buffer.from('second'), 'output.txt')
    const body = { key, status: CallbackStatus.ReadyToSave, url, filetype: 'txt', users: [] }
    await expect(stub.callback(callbackUrl, body)).rejects.toThrow()
    expect(await portal.ended).toBe('SIGKILL')
    return { documentId, callbackUrl, body }
  }

  it.each(crashPoints)(
    '%s has the save exactly once when the document server tries again',
    { timeout: 60_000 },
    async (crashAt) => {
      const { documentId, callbackUrl, body } = await killDuringSave(crashAt)
      const portal = await start()
      const answer = await stub.callback(movedTo(portal, callbackUrl), body)
      expect(answer).toEqual({ status: 200, body: { error: 0 } })
      expect(await listVersions(portal, documentId)).toEqual([
        { number: 2, cause: 'EDIT' },
        { number: 1, cause: 'UPLOAD' },
      ])
      expect(await download(portal, documentId)).toBe('second')
    },
  )

  it.each(['after-ledger', 'before-commit'])(
    '%s has the save exactly once although nobody sends it again',
    { timeout: 60_000 },
    async (crashAt) => {
      const { documentId } = await killDuringSave(crashAt)
      const portal = await start()
      await expect.poll(() => download(portal, documentId), { timeout: 15_000 }).toBe('second')
      expect(await listVersions(portal, documentId)).toHaveLength(2)
    },
  )
})
