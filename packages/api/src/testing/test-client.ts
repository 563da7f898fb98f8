import { rootFolderId } from '../features/library/index.js'

/** What GraphQL answered. */
export interface GraphqlAnswer {
  data?: Record<string, unknown> | null
  errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[]
}

/** A document as tests see it. */
export interface TestDocument {
  id: string
  title: string
  downloadUrl: string
}

export type TestClient = ReturnType<typeof createTestClient>

type FileBytes = Uint8Array<ArrayBuffer> | string

const documentFields = 'id title downloadUrl'

/** Makes somebody who speaks HTTP with the portal and keeps cookies, as a browser does. */
export function createTestClient(url: string, fixedHeaders: Record<string, string> = {}) {
  let cookie = ''

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ ...fixedHeaders, ...(init.headers as Record<string, string> | undefined) })
    if (cookie && !headers.has('cookie')) headers.set('cookie', cookie)
    const response = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    return response
  }

  async function graphql(query: string, variables: object = {}): Promise<GraphqlAnswer> {
    const body = JSON.stringify({ query, variables })
    const response = await request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return (await response.json()) as GraphqlAnswer
  }

  /** Runs an operation that must succeed and gives the value of its one field. */
  async function ask<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await graphql(query, variables)
    if (errors || !data) throw new Error(`The operation failed: ${JSON.stringify(errors)}`)
    return Object.values(data)[0] as T
  }

  /** Runs an operation that must fail and gives the code of its first error. */
  async function askForError(query: string, variables: object = {}): Promise<string> {
    const { data, errors } = await graphql(query, variables)
    if (!errors?.[0]) throw new Error(`The operation succeeded: ${JSON.stringify(data)}`)
    return errors[0].extensions.code
  }

  /** Sends a file by the multipart request specification. */
  async function sendFile(query: string, input: object, name: string, bytes: FileBytes) {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }))
    form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
    form.set('0', new Blob([bytes]), name)
    const headers = { 'apollo-require-preflight': 'true' }
    const response = await request('/graphql', { method: 'POST', headers, body: form })
    const answer = (await response.json()) as GraphqlAnswer
    const [document] = Object.values(answer.data ?? {}) as (TestDocument | undefined)[]
    return { document: document ?? undefined, error: answer.errors?.[0] }
  }

  /** Uploads a new document. */
  const upload = (name: string, bytes: FileBytes, folderId = rootFolderId, input: object = {}) =>
    sendFile(
      `mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { ${documentFields} } }`,
      { folderId, ...input },
      name,
      bytes,
    )

  /** Uploads another version of a document. */
  const uploadVersion = (documentId: string, name: string, bytes: FileBytes) =>
    sendFile(
      `mutation ($input: UploadVersionInput!) { uploadVersion(input: $input) { ${documentFields} } }`,
      { documentId },
      name,
      bytes,
    )

  const given = {
    document: (title = 'Minutes', fileType = 'docx', folderId = rootFolderId) =>
      ask<TestDocument>(
        `mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { ${documentFields} } }`,
        { input: { folderId, title, fileType } },
      ),
    folder: (name: string, parentId = rootFolderId) =>
      ask<{ id: string; name: string }>(
        'mutation ($input: CreateFolderInput!) { createFolder(input: $input) { id name } }',
        { input: { parentId, name } },
      ),
    /** Makes a share link and gives its token. */
    linkToken: async (nodeId: string, role: string) => {
      const link = await ask<{ url: string }>(
        'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
        { input: { nodeId, role } },
      )
      return link.url.split('/').at(-1) ?? ''
    },
  }

  const join = (token: string, name?: string) =>
    ask<{ id: string }>(
      'mutation ($input: JoinShareLinkInput!) { joinShareLink(input: $input) { ... on Document { id } ... on Folder { id } } }',
      { input: { token, name } },
    )

  /** The cookie it would send. */
  const cookieText = () => cookie

  return { request, cookie: cookieText, graphql, ask, askForError, upload, uploadVersion, given, join }
}
