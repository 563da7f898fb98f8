/* eslint-disable */
import * as types from './graphql'
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core'

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  'mutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...Viewer\n  }\n}': typeof types.UpdateProfileDocument
  'fragment Viewer on User {\n  id\n  name\n  email\n  isAdministrator\n  isGuest\n  language\n  hasPassword\n}\n\nquery Viewer {\n  viewer {\n    ...Viewer\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation SignInWithLink($token: String!) {\n  signInWithLink(token: $token) {\n    ...Viewer\n  }\n}\n\nmutation SignOut {\n  signOut\n}': typeof types.ViewerFragmentDoc
  'query EditorPage($id: ID!) {\n  root: folder {\n    id\n  }\n  document(id: $id) {\n    ...DocumentRow\n    folder {\n      id\n      name\n    }\n  }\n}\n\nquery EditorConfig($documentId: ID!, $mode: EditorMode!, $device: EditorDevice!) {\n  editorConfig(documentId: $documentId, mode: $mode, device: $device) {\n    documentServerUrl\n    config\n    token\n  }\n}': typeof types.EditorPageDocument
  'fragment DocumentRow on Document {\n  id\n  title\n  fileType\n  documentType\n  role\n  canEdit\n  size\n  updatedAt\n  downloadUrl\n  owner {\n    id\n    name\n  }\n  version {\n    id\n    number\n  }\n  participants {\n    id\n    name\n  }\n  saveProblem {\n    message\n    happenedAt\n  }\n}\n\nfragment FolderRow on Folder {\n  id\n  name\n  role\n  updatedAt\n}\n\nquery LibraryFolder($id: ID, $after: String) {\n  root: folder {\n    id\n  }\n  folder(id: $id) {\n    id\n    name\n    role\n    path {\n      id\n      name\n    }\n    children(first: 100, after: $after) {\n      nodes {\n        ...DocumentRow\n        ...FolderRow\n      }\n      endCursor\n      hasNextPage\n      totalCount\n    }\n  }\n}\n\nmutation CreateDocument($input: CreateDocumentInput!) {\n  createDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation CreateFolder($input: CreateFolderInput!) {\n  createFolder(input: $input) {\n    id\n    name\n  }\n}\n\nmutation UploadDocument($input: UploadDocumentInput!) {\n  uploadDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation RenameNode($input: RenameNodeInput!) {\n  renameNode(input: $input) {\n    ... on Document {\n      id\n      title\n    }\n    ... on Folder {\n      id\n      name\n    }\n  }\n}\n\nmutation DeleteNode($id: ID!) {\n  deleteNode(id: $id)\n}': typeof types.DocumentRowFragmentDoc
  'fragment ShareLinkRow on ShareLink {\n  id\n  role\n  url\n  createdAt\n  createdBy {\n    id\n    name\n  }\n}\n\nquery ShareLinks($nodeId: ID!) {\n  shareLinks(nodeId: $nodeId) {\n    ...ShareLinkRow\n  }\n}\n\nmutation CreateShareLink($input: CreateShareLinkInput!) {\n  createShareLink(input: $input) {\n    url\n    link {\n      ...ShareLinkRow\n    }\n  }\n}\n\nmutation DeleteShareLink($id: ID!) {\n  deleteShareLink(id: $id)\n}\n\nquery ShareLinkPreview($token: String!) {\n  shareLinkPreview(token: $token) {\n    title\n    role\n    invitedBy\n    needsName\n  }\n}\n\nmutation JoinShareLink($input: JoinShareLinkInput!) {\n  joinShareLink(input: $input) {\n    ... on Document {\n      id\n    }\n    ... on Folder {\n      id\n    }\n  }\n}': typeof types.ShareLinkRowFragmentDoc
  'query DocumentVersions($id: ID!) {\n  document(id: $id) {\n    id\n    title\n    canEdit\n    version {\n      id\n    }\n    versions {\n      id\n      number\n      size\n      cause\n      author {\n        id\n        name\n      }\n      createdAt\n      downloadUrl\n    }\n  }\n}\n\nmutation RestoreVersion($input: RestoreVersionInput!) {\n  restoreVersion(input: $input) {\n    id\n    version {\n      id\n      number\n    }\n  }\n}': typeof types.DocumentVersionsDocument
}
const documents: Documents = {
  'mutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...Viewer\n  }\n}':
    types.UpdateProfileDocument,
  'fragment Viewer on User {\n  id\n  name\n  email\n  isAdministrator\n  isGuest\n  language\n  hasPassword\n}\n\nquery Viewer {\n  viewer {\n    ...Viewer\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation SignInWithLink($token: String!) {\n  signInWithLink(token: $token) {\n    ...Viewer\n  }\n}\n\nmutation SignOut {\n  signOut\n}':
    types.ViewerFragmentDoc,
  'query EditorPage($id: ID!) {\n  root: folder {\n    id\n  }\n  document(id: $id) {\n    ...DocumentRow\n    folder {\n      id\n      name\n    }\n  }\n}\n\nquery EditorConfig($documentId: ID!, $mode: EditorMode!, $device: EditorDevice!) {\n  editorConfig(documentId: $documentId, mode: $mode, device: $device) {\n    documentServerUrl\n    config\n    token\n  }\n}':
    types.EditorPageDocument,
  'fragment DocumentRow on Document {\n  id\n  title\n  fileType\n  documentType\n  role\n  canEdit\n  size\n  updatedAt\n  downloadUrl\n  owner {\n    id\n    name\n  }\n  version {\n    id\n    number\n  }\n  participants {\n    id\n    name\n  }\n  saveProblem {\n    message\n    happenedAt\n  }\n}\n\nfragment FolderRow on Folder {\n  id\n  name\n  role\n  updatedAt\n}\n\nquery LibraryFolder($id: ID, $after: String) {\n  root: folder {\n    id\n  }\n  folder(id: $id) {\n    id\n    name\n    role\n    path {\n      id\n      name\n    }\n    children(first: 100, after: $after) {\n      nodes {\n        ...DocumentRow\n        ...FolderRow\n      }\n      endCursor\n      hasNextPage\n      totalCount\n    }\n  }\n}\n\nmutation CreateDocument($input: CreateDocumentInput!) {\n  createDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation CreateFolder($input: CreateFolderInput!) {\n  createFolder(input: $input) {\n    id\n    name\n  }\n}\n\nmutation UploadDocument($input: UploadDocumentInput!) {\n  uploadDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation RenameNode($input: RenameNodeInput!) {\n  renameNode(input: $input) {\n    ... on Document {\n      id\n      title\n    }\n    ... on Folder {\n      id\n      name\n    }\n  }\n}\n\nmutation DeleteNode($id: ID!) {\n  deleteNode(id: $id)\n}':
    types.DocumentRowFragmentDoc,
  'fragment ShareLinkRow on ShareLink {\n  id\n  role\n  url\n  createdAt\n  createdBy {\n    id\n    name\n  }\n}\n\nquery ShareLinks($nodeId: ID!) {\n  shareLinks(nodeId: $nodeId) {\n    ...ShareLinkRow\n  }\n}\n\nmutation CreateShareLink($input: CreateShareLinkInput!) {\n  createShareLink(input: $input) {\n    url\n    link {\n      ...ShareLinkRow\n    }\n  }\n}\n\nmutation DeleteShareLink($id: ID!) {\n  deleteShareLink(id: $id)\n}\n\nquery ShareLinkPreview($token: String!) {\n  shareLinkPreview(token: $token) {\n    title\n    role\n    invitedBy\n    needsName\n  }\n}\n\nmutation JoinShareLink($input: JoinShareLinkInput!) {\n  joinShareLink(input: $input) {\n    ... on Document {\n      id\n    }\n    ... on Folder {\n      id\n    }\n  }\n}':
    types.ShareLinkRowFragmentDoc,
  'query DocumentVersions($id: ID!) {\n  document(id: $id) {\n    id\n    title\n    canEdit\n    version {\n      id\n    }\n    versions {\n      id\n      number\n      size\n      cause\n      author {\n        id\n        name\n      }\n      createdAt\n      downloadUrl\n    }\n  }\n}\n\nmutation RestoreVersion($input: RestoreVersionInput!) {\n  restoreVersion(input: $input) {\n    id\n    version {\n      id\n      number\n    }\n  }\n}':
    types.DocumentVersionsDocument,
}

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...Viewer\n  }\n}',
): (typeof documents)['mutation UpdateProfile($input: UpdateProfileInput!) {\n  updateProfile(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...Viewer\n  }\n}']
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment Viewer on User {\n  id\n  name\n  email\n  isAdministrator\n  isGuest\n  language\n  hasPassword\n}\n\nquery Viewer {\n  viewer {\n    ...Viewer\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation SignInWithLink($token: String!) {\n  signInWithLink(token: $token) {\n    ...Viewer\n  }\n}\n\nmutation SignOut {\n  signOut\n}',
): (typeof documents)['fragment Viewer on User {\n  id\n  name\n  email\n  isAdministrator\n  isGuest\n  language\n  hasPassword\n}\n\nquery Viewer {\n  viewer {\n    ...Viewer\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...Viewer\n  }\n}\n\nmutation SignInWithLink($token: String!) {\n  signInWithLink(token: $token) {\n    ...Viewer\n  }\n}\n\nmutation SignOut {\n  signOut\n}']
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query EditorPage($id: ID!) {\n  root: folder {\n    id\n  }\n  document(id: $id) {\n    ...DocumentRow\n    folder {\n      id\n      name\n    }\n  }\n}\n\nquery EditorConfig($documentId: ID!, $mode: EditorMode!, $device: EditorDevice!) {\n  editorConfig(documentId: $documentId, mode: $mode, device: $device) {\n    documentServerUrl\n    config\n    token\n  }\n}',
): (typeof documents)['query EditorPage($id: ID!) {\n  root: folder {\n    id\n  }\n  document(id: $id) {\n    ...DocumentRow\n    folder {\n      id\n      name\n    }\n  }\n}\n\nquery EditorConfig($documentId: ID!, $mode: EditorMode!, $device: EditorDevice!) {\n  editorConfig(documentId: $documentId, mode: $mode, device: $device) {\n    documentServerUrl\n    config\n    token\n  }\n}']
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment DocumentRow on Document {\n  id\n  title\n  fileType\n  documentType\n  role\n  canEdit\n  size\n  updatedAt\n  downloadUrl\n  owner {\n    id\n    name\n  }\n  version {\n    id\n    number\n  }\n  participants {\n    id\n    name\n  }\n  saveProblem {\n    message\n    happenedAt\n  }\n}\n\nfragment FolderRow on Folder {\n  id\n  name\n  role\n  updatedAt\n}\n\nquery LibraryFolder($id: ID, $after: String) {\n  root: folder {\n    id\n  }\n  folder(id: $id) {\n    id\n    name\n    role\n    path {\n      id\n      name\n    }\n    children(first: 100, after: $after) {\n      nodes {\n        ...DocumentRow\n        ...FolderRow\n      }\n      endCursor\n      hasNextPage\n      totalCount\n    }\n  }\n}\n\nmutation CreateDocument($input: CreateDocumentInput!) {\n  createDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation CreateFolder($input: CreateFolderInput!) {\n  createFolder(input: $input) {\n    id\n    name\n  }\n}\n\nmutation UploadDocument($input: UploadDocumentInput!) {\n  uploadDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation RenameNode($input: RenameNodeInput!) {\n  renameNode(input: $input) {\n    ... on Document {\n      id\n      title\n    }\n    ... on Folder {\n      id\n      name\n    }\n  }\n}\n\nmutation DeleteNode($id: ID!) {\n  deleteNode(id: $id)\n}',
): (typeof documents)['fragment DocumentRow on Document {\n  id\n  title\n  fileType\n  documentType\n  role\n  canEdit\n  size\n  updatedAt\n  downloadUrl\n  owner {\n    id\n    name\n  }\n  version {\n    id\n    number\n  }\n  participants {\n    id\n    name\n  }\n  saveProblem {\n    message\n    happenedAt\n  }\n}\n\nfragment FolderRow on Folder {\n  id\n  name\n  role\n  updatedAt\n}\n\nquery LibraryFolder($id: ID, $after: String) {\n  root: folder {\n    id\n  }\n  folder(id: $id) {\n    id\n    name\n    role\n    path {\n      id\n      name\n    }\n    children(first: 100, after: $after) {\n      nodes {\n        ...DocumentRow\n        ...FolderRow\n      }\n      endCursor\n      hasNextPage\n      totalCount\n    }\n  }\n}\n\nmutation CreateDocument($input: CreateDocumentInput!) {\n  createDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation CreateFolder($input: CreateFolderInput!) {\n  createFolder(input: $input) {\n    id\n    name\n  }\n}\n\nmutation UploadDocument($input: UploadDocumentInput!) {\n  uploadDocument(input: $input) {\n    id\n    title\n  }\n}\n\nmutation RenameNode($input: RenameNodeInput!) {\n  renameNode(input: $input) {\n    ... on Document {\n      id\n      title\n    }\n    ... on Folder {\n      id\n      name\n    }\n  }\n}\n\nmutation DeleteNode($id: ID!) {\n  deleteNode(id: $id)\n}']
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment ShareLinkRow on ShareLink {\n  id\n  role\n  url\n  createdAt\n  createdBy {\n    id\n    name\n  }\n}\n\nquery ShareLinks($nodeId: ID!) {\n  shareLinks(nodeId: $nodeId) {\n    ...ShareLinkRow\n  }\n}\n\nmutation CreateShareLink($input: CreateShareLinkInput!) {\n  createShareLink(input: $input) {\n    url\n    link {\n      ...ShareLinkRow\n    }\n  }\n}\n\nmutation DeleteShareLink($id: ID!) {\n  deleteShareLink(id: $id)\n}\n\nquery ShareLinkPreview($token: String!) {\n  shareLinkPreview(token: $token) {\n    title\n    role\n    invitedBy\n    needsName\n  }\n}\n\nmutation JoinShareLink($input: JoinShareLinkInput!) {\n  joinShareLink(input: $input) {\n    ... on Document {\n      id\n    }\n    ... on Folder {\n      id\n    }\n  }\n}',
): (typeof documents)['fragment ShareLinkRow on ShareLink {\n  id\n  role\n  url\n  createdAt\n  createdBy {\n    id\n    name\n  }\n}\n\nquery ShareLinks($nodeId: ID!) {\n  shareLinks(nodeId: $nodeId) {\n    ...ShareLinkRow\n  }\n}\n\nmutation CreateShareLink($input: CreateShareLinkInput!) {\n  createShareLink(input: $input) {\n    url\n    link {\n      ...ShareLinkRow\n    }\n  }\n}\n\nmutation DeleteShareLink($id: ID!) {\n  deleteShareLink(id: $id)\n}\n\nquery ShareLinkPreview($token: String!) {\n  shareLinkPreview(token: $token) {\n    title\n    role\n    invitedBy\n    needsName\n  }\n}\n\nmutation JoinShareLink($input: JoinShareLinkInput!) {\n  joinShareLink(input: $input) {\n    ... on Document {\n      id\n    }\n    ... on Folder {\n      id\n    }\n  }\n}']
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query DocumentVersions($id: ID!) {\n  document(id: $id) {\n    id\n    title\n    canEdit\n    version {\n      id\n    }\n    versions {\n      id\n      number\n      size\n      cause\n      author {\n        id\n        name\n      }\n      createdAt\n      downloadUrl\n    }\n  }\n}\n\nmutation RestoreVersion($input: RestoreVersionInput!) {\n  restoreVersion(input: $input) {\n    id\n    version {\n      id\n      number\n    }\n  }\n}',
): (typeof documents)['query DocumentVersions($id: ID!) {\n  document(id: $id) {\n    id\n    title\n    canEdit\n    version {\n      id\n    }\n    versions {\n      id\n      number\n      size\n      cause\n      author {\n        id\n        name\n      }\n      createdAt\n      downloadUrl\n    }\n  }\n}\n\nmutation RestoreVersion($input: RestoreVersionInput!) {\n  restoreVersion(input: $input) {\n    id\n    version {\n      id\n      number\n    }\n  }\n}']

export function graphql(source: string) {
  return (documents as any)[source] ?? {}
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never
