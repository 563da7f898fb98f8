import { administrator } from './stack.js'
import type { Stack } from './stack.js'

export interface DocumentState {
  id: string
  title: string
  version: { number: number; cause: string }
  participants: { name: string }[]
}

/** The portal's API as an integrator uses it, for preparing and checking what the pages do. */
export function createPortalClient(stack: Stack) {
  const authorization = `Bearer ${administrator.token}`

  async function graphql<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    })
    const answer = (await response.json()) as { data?: T; errors?: { message: string }[] }
    if (!answer.data || answer.errors)
      throw new Error(
        `The portal refused: ${answer.errors?.map(({ message }) => message).join('; ') ?? response.status}`,
      )
    return answer.data
  }

  /** Sends a file by the multipart request specification, as `file` of the input. */
  async function sendFile<T>(query: string, input: object, name: string, bytes: Uint8Array): Promise<T> {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }))
    form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
    form.set('0', new File([new Uint8Array(bytes)], name))
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { authorization, 'apollo-require-preflight': 'true' },
      body: form,
    })
    const answer = (await response.json()) as {
      data?: Record<string, T> | null
      errors?: { message: string }[]
    }
    const [found] = Object.values(answer.data ?? {})
    if (!found)
      throw new Error(
        `The upload was refused: ${answer.errors?.map(({ message }) => message).join('; ') ?? ''}`,
      )
    return found
  }

  return {
    graphql,
    async createFolder(name: string): Promise<string> {
      const { folder } = await graphql<{ folder: { id: string } }>('{ folder { id } }')
      const { createFolder } = await graphql<{ createFolder: { id: string } }>(
        'mutation ($input: CreateFolderInput!) { createFolder(input: $input) { id } }',
        { input: { parentId: folder.id, name } },
      )
      return createFolder.id
    },
    async createDocument(folderId: string, title: string, fileType: string): Promise<DocumentState> {
      const { createDocument } = await graphql<{ createDocument: DocumentState }>(
        `mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { ${documentFields} } }`,
        { input: { folderId, title, fileType } },
      )
      return createDocument
    },
    sendFile,
    upload: (folderId: string, name: string, bytes: Uint8Array): Promise<DocumentState> =>
      sendFile(
        `mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { ${documentFields} } }`,
        { folderId },
        name,
        bytes,
      ),
    async document(id: string): Promise<DocumentState> {
      const { document } = await graphql<{ document: DocumentState }>(
        `query ($id: ID!) { document(id: $id) { ${documentFields} } }`,
        { id },
      )
      return document
    },
    async download(id: string): Promise<Uint8Array> {
      const response = await fetch(`${stack.url}/documents/${id}/download`, { headers: { authorization } })
      if (!response.ok) throw new Error(`The download of ${id} was answered with ${response.status}.`)
      return new Uint8Array(await response.arrayBuffer())
    },
    /** Invites somebody who may read a node; gives the link with which they come in. */
    async invite(nodeId: string, { name, email }: { name: string; email: string }): Promise<string> {
      const { invitePerson } = await graphql<{ invitePerson: { url: string; person: { id: string } } }>(
        'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { url person { id } } }',
        { input: { name, email, siteRole: 'MEMBER' } },
      )
      await graphql('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', {
        input: { nodeId, userId: invitePerson.person.id, role: 'VIEWER' },
      })
      return new URL(invitePerson.url, stack.url).href
    },
    async createShareLink(
      nodeId: string,
      role: 'EDITOR' | 'FORM_FILLER' | 'REVIEWER' | 'COMMENTER' | 'VIEWER',
    ): Promise<string> {
      const { createShareLink } = await graphql<{ createShareLink: { url: string } }>(
        'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
        { input: { nodeId, role } },
      )
      return new URL(createShareLink.url, stack.url).href
    },
  }
}

export type PortalClient = ReturnType<typeof createPortalClient>

const documentFields = 'id title version { number cause } participants { name }'
