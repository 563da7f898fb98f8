import type { Knex } from 'knex'
import type { Actor } from '../features/auth/index.js'
import { nodeRepository, rootFolderId } from '../features/library/index.js'

/** Writes examples that run as they stand, with the ids of this library. */
export async function exampleOperations(db: Knex, actor: Actor | undefined): Promise<string> {
  const documentId = actor?.isAdministrator ? await nodeRepository.findAnyDocumentId(db) : undefined
  const missing = documentId ? '' : '# Create a document first, then put its id here.\n'
  const id = documentId ?? 'id-of-a-document'
  return `# The Lectern API. Put the cursor into an operation and press Ctrl+Enter.
# Programs sign in with the header {"Authorization": "Bearer <API token>"}; here your browser's session is used.

# Who am I?
query Viewer {
  viewer { id name isAdministrator }
}

# What is in the library? Without id the folder at the top.
query Library {
  folder {
    id
    name
    children(first: 20) {
      totalCount
      nodes {
        ... on Folder { id name }
        ... on Document { id title fileType size version { number } updatedAt }
      }
    }
  }
}

# Make an empty text document. Other types: xlsx, pptx.
mutation NewDocument {
  createDocument(input: {
    folderId: "${rootFolderId}"
    title: "Made by the API"
    fileType: "docx"
  }) { id title downloadUrl }
}

mutation NewFolder {
  createFolder(input: { parentId: "${rootFolderId}", name: "Made by the API" }) { id name }
}

${missing}query DocumentDetails {
  document(id: "${id}") {
    title
    role
    participants { name }
    versions(first: 20) { nodes { number cause size createdAt author { name } downloadUrl } pageInfo { endCursor hasNextPage } }
  }
}

# What a page of your own hands to DocsAPI.DocEditor.
${missing}query OpenInEditor {
  editorConfig(documentId: "${id}", mode: EDIT, device: DESKTOP) { documentServerUrl config token }
}

# Save now what people are writing.
${missing}mutation SaveNow {
  forceSave(documentId: "${id}") { accepted changed }
}

# A link for people without an account.
${missing}mutation Invite {
  createShareLink(input: { nodeId: "${id}", role: EDITOR }) { url }
}
`
}
