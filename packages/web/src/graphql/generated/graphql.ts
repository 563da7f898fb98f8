/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
export type Maybe<T> = T | null
export type InputMaybe<T> = T | null | undefined
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> }
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> }
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never }
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never }
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string }
  String: { input: string; output: string }
  Boolean: { input: boolean; output: boolean }
  Int: { input: number; output: number }
  Float: { input: number; output: number }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string }
  /** The `JSON` scalar type represents JSON values as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSON: { input: Record<string, unknown>; output: Record<string, unknown> }
  /** A file, sent by the GraphQL multipart request specification; one in a request. */
  Upload: { input: File; output: File }
}

/** Something that somebody did with a document or folder. */
export type Activity = {
  __typename?: 'Activity'
  /** What was done. */
  action: ActivityAction
  /** Who did it; null for what happened by itself. */
  actor?: Maybe<UserReference>
  /** When it was done. */
  createdAt: Scalars['DateTime']['output']
  /** Stays the same. */
  id: Scalars['ID']['output']
  /** Whether it is a folder. */
  isFolder: Scalars['Boolean']['output']
  /** The document or folder; it may be gone now. */
  nodeId: Scalars['ID']['output']
  /** How the document or folder was called then. */
  nodeName: Scalars['String']['output']
  /** How it was called before it was renamed. */
  previousName?: Maybe<Scalars['String']['output']>
  /** The role that was given or taken away. */
  role?: Maybe<Role>
  /** The person or group with whom it was shared; null for everyone, and for links. */
  subject?: Maybe<Scalars['String']['output']>
}

/** What somebody did with a document or folder. */
export type ActivityAction =
  /** Made it as a copy of another one. */
  | 'COPIED'
  /** Made it, empty or from a template. */
  | 'CREATED'
  /** Put it in the bin. */
  | 'DELETED'
  /** Deleted it for ever. */
  | 'DELETED_FOREVER'
  /** Downloaded it, alone or in an archive. */
  | 'DOWNLOADED'
  /** Made a share link. */
  | 'LINK_MADE'
  /** Deleted a share link. */
  | 'LINK_REMOVED'
  /** Put it into another folder. */
  | 'MOVED'
  /** Opened it in the editor; told once in ten minutes. */
  | 'OPENED'
  /** Gave it another name. */
  | 'RENAMED'
  /** Brought it back from the bin. */
  | 'RESTORED'
  /** Changed it in the editor. */
  | 'SAVED'
  /** Gave a person, a group or everyone a right on it. */
  | 'SHARED'
  /** Took a right on it away. */
  | 'UNSHARED'
  /** Uploaded it. */
  | 'UPLOADED'
  /** Brought an earlier version back. */
  | 'VERSION_RESTORED'
  /** Uploaded a new version. */
  | 'VERSION_UPLOADED'

/** One page of a list. */
export type ActivityConnection = {
  __typename?: 'ActivityConnection'
  /** The same with a cursor each. */
  edges: Array<ActivityEdge>
  /** The entries of this page. */
  nodes: Array<Activity>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type ActivityEdge = {
  __typename?: 'ActivityEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Activity
}

/** Which activities are asked for; what is left out restricts nothing. */
export type ActivityFilterInput = {
  /** Only these. */
  actions?: InputMaybe<Array<ActivityAction>>
  /** Of this person only. */
  actorId?: InputMaybe<Scalars['ID']['input']>
  /** Of this document or folder only, also when it is gone. */
  nodeId?: InputMaybe<Scalars['ID']['input']>
  /** From this time on. */
  since?: InputMaybe<Scalars['DateTime']['input']>
  /** Before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>
}

/** People for a group. */
export type AddGroupMembersInput = {
  /** The group. */
  groupId: Scalars['ID']['input']
  /** Who comes into it; those in it already stay. */
  userIds: Array<Scalars['ID']['input']>
}

/** What an API token allows; never more than its owner may do. */
export type ApiScope =
  /** Administration of people and groups, and of the account: password, sessions, tokens. */
  | 'MANAGE'
  /** Queries and downloads. */
  | 'READ'
  /** Mutations and uploads. */
  | 'WRITE'

/** A key with which a program acts for you. */
export type ApiToken = {
  __typename?: 'ApiToken'
  /** When it was made. */
  createdAt: Scalars['DateTime']['output']
  /** Null when it works until it is deleted. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>
  /** Names the token when it is deleted; not the token itself. */
  id: Scalars['ID']['output']
  /** Within five minutes; null when never used. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>
  /** What it is for, in your words. */
  name: Scalars['String']['output']
  /** What it allows. */
  scopes: Array<ApiScope>
}

/** One page of a list. */
export type ApiTokenConnection = {
  __typename?: 'ApiTokenConnection'
  /** The same with a cursor each. */
  edges: Array<ApiTokenEdge>
  /** The entries of this page. */
  nodes: Array<ApiToken>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type ApiTokenEdge = {
  __typename?: 'ApiTokenEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: ApiToken
}

/** What of a folder or document changed. */
export type ChangeAspect =
  /** Who may do what with it; perhaps you may not see it any more. */
  | 'ACCESS'
  /** What a folder holds, and what its listing shows of that. */
  | 'CHILDREN'
  /** Name, place, contents, or how its last save went. */
  | 'ITSELF'
  /** Who has it open for editing. */
  | 'PEOPLE'
  /** Its versions. */
  | 'VERSIONS'

/** A new password, and what proves that it is you. */
export type ChangePasswordInput = {
  /** Needed when there is a password already. */
  currentPassword?: InputMaybe<Scalars['String']['input']>
  /** Needed once, by an administrator who has none yet. */
  email?: InputMaybe<Scalars['String']['input']>
  /** At least 10 characters. */
  newPassword: Scalars['String']['input']
}

/** What changed since the last message. */
export type Changes = {
  __typename?: 'Changes'
  /** Anything may have changed before: ask for all again. So begins each subscription without `after`. */
  isStart: Scalars['Boolean']['output']
  /** Which of the lists that you asked for may have changed. */
  lists: Array<LiveList>
  /** Which folders and documents changed, and what of each. */
  nodes: Array<NodeChange>
  /** What of your own changed. */
  own: Array<OwnAspect>
  /** Give it as `after` to go on from here when the connection broke. */
  position: Scalars['String']['output']
}

/** One page of a list. */
export type CollectionConnection = {
  __typename?: 'CollectionConnection'
  /** The same with a cursor each. */
  edges: Array<CollectionEdge>
  /** The entries of this page. */
  nodes: Array<Node>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type CollectionEdge = {
  __typename?: 'CollectionEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Node
}

/** Which document becomes one of which type. */
export type ConvertDocumentInput = {
  /** A document that you may download. */
  documentId: Scalars['ID']['input']
  /** One of its `conversions`. */
  fileType: Scalars['String']['input']
  /** The folder into which the new document goes; without it that of the first one. */
  folderId?: InputMaybe<Scalars['ID']['input']>
}

/** What a new API token is for and may do. */
export type CreateApiTokenInput = {
  /** At most 3650; without it the token does not expire. */
  expiresInDays?: InputMaybe<Scalars['Int']['input']>
  /** What it is for, in your words. */
  name: Scalars['String']['input']
  /** At least one. */
  scopes: Array<ApiScope>
}

/** A new, empty document. */
export type CreateDocumentInput = {
  /** `docx`, `xlsx` or `pptx`. */
  fileType: Scalars['String']['input']
  /** The folder it comes into. */
  folderId: Scalars['ID']['input']
  /** The extension may be left out. A taken name gets a number. */
  title: Scalars['String']['input']
}

/** A new folder. */
export type CreateFolderInput = {
  /** How it is called; cleaned of what names cannot hold. */
  name: Scalars['String']['input']
  /** The folder it comes into. */
  parentId: Scalars['ID']['input']
}

/** Which template becomes which document. */
export type CreateFromTemplateInput = {
  /** Where the document goes. */
  folderId: Scalars['ID']['input']
  /** One of `templates`, or any document that you may download. */
  templateId: Scalars['ID']['input']
  /** The extension may be left out. A taken name gets a number. */
  title: Scalars['String']['input']
}

/** A link to make. */
export type CreateShareLinkInput = {
  /** When it ends; null when never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>
  /** False forbids download, printing and copying. */
  mayDownload?: InputMaybe<Scalars['Boolean']['input']>
  /** The folder or document. */
  nodeId: Scalars['ID']['input']
  /** At least 4 characters; null takes it away. */
  password?: InputMaybe<Scalars['String']['input']>
  /** Any but `OWNER`. */
  role: Role
}

/** A new API token. */
export type CreatedApiToken = {
  __typename?: 'CreatedApiToken'
  /** What the list of tokens shows of it. */
  apiToken: ApiToken
  /** The token, to be sent as `Authorization: Bearer <token>`. It is never shown again. */
  token: Scalars['String']['output']
}

/** A new share link. */
export type CreatedShareLink = {
  __typename?: 'CreatedShareLink'
  /** What the list of links shows of it. */
  link: ShareLink
  /** Address to hand on. */
  url: Scalars['String']['output']
}

/** What goes into the bin. */
export type DeleteNodesInput = {
  /** Also what people are editing now; without it such are refused with BEING_EDITED. */
  evenIfEdited?: InputMaybe<Scalars['Boolean']['input']>
  /** Documents and folders, at most 500. */
  ids: Array<Scalars['ID']['input']>
}

/** Which version goes. */
export type DeleteVersionInput = {
  /** The document. */
  documentId: Scalars['ID']['input']
  /** An earlier version of it that is not pinned. */
  versionId: Scalars['ID']['input']
}

/** A line of the one version beside that of the other. */
export type DifferenceRow = {
  __typename?: 'DifferenceRow'
  /** The line in the second version. */
  after: Array<TextPiece>
  /** The line in the first version. */
  before: Array<TextPiece>
  /** How many lines a gap stands for. */
  hiddenCount: Scalars['Int']['output']
  /** How the line differs. */
  kind: DifferenceRowKind
  /** Address of a cell, such as `B4`. */
  place?: Maybe<Scalars['String']['output']>
}

/** How a line differs; a gap stands for lines that are the same and left out. */
export type DifferenceRowKind =
  /** Only in the second. */
  | 'ADDED'
  /** In both, but different. */
  | 'CHANGED'
  /** Lines that are the same and left out. */
  | 'GAP'
  /** Only in the first. */
  | 'REMOVED'
  /** In both versions alike. */
  | 'SAME'

/** A document of the library. */
export type Document = {
  __typename?: 'Document'
  /** Whether you may change it, and its type can be saved. */
  canEdit: Scalars['Boolean']['output']
  /** Whether you may give it another name. */
  canRename: Scalars['Boolean']['output']
  /** Into which file types it can be converted: by `convertDocument`, or by adding `?as=` and the type to `downloadUrl`. */
  conversions: Array<Scalars['String']['output']>
  /** When it was made or uploaded. */
  createdAt: Scalars['DateTime']['output']
  /** The kind of editor it opens in. */
  documentType: DocumentType
  /** Path of the portal's download of the current version. */
  downloadUrl: Scalars['String']['output']
  /** Where its contents, as the search knows them, speak of something; null where they do not. */
  excerpt?: Maybe<Array<ExcerptPart>>
  /** Extension in lower case, such as `docx`. */
  fileType: Scalars['String']['output']
  /** The folder it is in; the root when you were invited to the document alone. */
  folder: FolderReference
  /** Stays the same whatever the document is called and wherever it is moved. */
  id: Scalars['ID']['output']
  /** Whether it is among your favourites. */
  isFavourite: Scalars['Boolean']['output']
  /** Who made it. */
  owner: UserReference
  /** People who have it open for editing now, as the document server last said. */
  participants: Array<UserReference>
  /** Path of a picture (PNG) of the first page; null until one is made, and for files that cannot be painted. */
  previewUrl?: Maybe<Scalars['String']['output']>
  /** What you may do with it. */
  role: Role
  /** The last save that failed and was not followed by a good one. */
  saveProblem?: Maybe<SaveProblem>
  /** Of the current version, in bytes. */
  size: Scalars['Float']['output']
  /** File name with its extension. */
  title: Scalars['String']['output']
  /** Time of the last save, upload or renaming. */
  updatedAt: Scalars['DateTime']['output']
  /** The current version. */
  version: Version
  /** The newest first. */
  versions: VersionConnection
}

/** A document of the library. */
export type DocumentExcerptArgs = {
  text: Scalars['String']['input']
}

/** A document of the library. */
export type DocumentVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What of a document is compared by itself. */
export type DocumentPartKind =
  /** The text itself. */
  | 'BODY'
  /** Comments. */
  | 'COMMENTS'
  /** Headers and footers. */
  | 'HEADERS'
  /** Footnotes and endnotes. */
  | 'NOTES'
  /** A sheet of a spreadsheet. */
  | 'SHEET'
  /** A slide. */
  | 'SLIDE'

/** Whether both versions have a part, or only the second or the first. */
export type DocumentPartState =
  /** Only the second version has it. */
  | 'ADDED'
  /** Both have it, and it differs. */
  | 'CHANGED'
  /** Only the first version has it. */
  | 'REMOVED'

/** The kind of editor a document opens in. */
export type DocumentType =
  /** Spreadsheets. */
  | 'CELL'
  /** Diagrams. */
  | 'DIAGRAM'
  /** PDF files. */
  | 'PDF'
  /** Presentations. */
  | 'SLIDE'
  /** Text documents. */
  | 'WORD'

/** All that a page needs to open a document in the editor. */
export type EditorConfig = {
  __typename?: 'EditorConfig'
  /** For `new DocsAPI.DocEditor`, once `token` is put into it. */
  config: Scalars['JSON']['output']
  /** Where api.js is: an address, or a path of the portal. */
  documentServerUrl: Scalars['String']['output']
  /** The config, signed for the document server. */
  token: Scalars['String']['output']
}

/** The shape of the editor. */
export type EditorDevice =
  /** A large screen. */
  | 'DESKTOP'
  /** A frame in another page. */
  | 'EMBEDDED'
  /** A small one, with touch. */
  | 'MOBILE'

/** How a document is opened; your role may allow less than you ask for. */
export type EditorMode =
  /** For writing, as far as your role goes. */
  | 'EDIT'
  /** For looking only. */
  | 'VIEW'

/** What one person may do with a node, and why. */
export type EffectiveAccess = {
  __typename?: 'EffectiveAccess'
  /** The right that decides: the nearest, then the strongest. */
  grant?: Maybe<Grant>
  /** Whether the person owns everything as an administrator. */
  isAdministrator: Scalars['Boolean']['output']
  /** Whether the person may take the file along. */
  mayDownload: Scalars['Boolean']['output']
  /** Null when the person has no access. */
  role?: Maybe<Role>
}

/** A piece of an excerpt; all of them in their order are the whole. */
export type ExcerptPart = {
  __typename?: 'ExcerptPart'
  /** Whether this is what was looked for. */
  isHit: Scalars['Boolean']['output']
  /** As it is written in the document. */
  text: Scalars['String']['output']
}

/** A folder of the library. */
export type Folder = {
  __typename?: 'Folder'
  /** Folders first, then documents, by name. */
  children: NodeConnection
  /** When it was made. */
  createdAt: Scalars['DateTime']['output']
  /** Stays the same whatever the folder is called and wherever it is moved. */
  id: Scalars['ID']['output']
  /** Whether it is among your favourites. */
  isFavourite: Scalars['Boolean']['output']
  /** How it is called. */
  name: Scalars['String']['output']
  /** Null at the root, and where you may not look. */
  parent?: Maybe<Folder>
  /** From the root to this folder's parent. */
  path: Array<FolderReference>
  /** What you may do with it. */
  role: Role
  /** Of a space; null for any other folder. */
  storage?: Maybe<Storage>
  /** When it was renamed or moved last. */
  updatedAt: Scalars['DateTime']['output']
}

/** A folder of the library. */
export type FolderChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  offset?: InputMaybe<Scalars['Int']['input']>
}

/** As much of a folder as a path needs. */
export type FolderReference = {
  __typename?: 'FolderReference'
  /** Names the folder in queries. */
  id: Scalars['ID']['output']
  /** How it is called. */
  name: Scalars['String']['output']
}

/** What came of asking for a save while people edit. */
export type ForceSavePayload = {
  __typename?: 'ForceSavePayload'
  /** Whether there was something to save; the version follows when the document server has written it. */
  accepted: Scalars['Boolean']['output']
  /** False when nothing has changed since the last save. */
  changed: Scalars['Boolean']['output']
}

/** A right of a person, a group or everyone on a node and on all below it. */
export type Grant = {
  __typename?: 'Grant'
  /** When it was given. */
  createdAt: Scalars['DateTime']['output']
  /** Whether it belongs to all members of the portal. */
  everyone: Scalars['Boolean']['output']
  /** The group it belongs to, if it is one. */
  group?: Maybe<GroupReference>
  /** Names the right when it is taken away. */
  id: Scalars['ID']['output']
  /** Whether the person got it by a share link; it goes with the link. */
  isByLink: Scalars['Boolean']['output']
  /** Whether it allows taking the file along. */
  mayDownload: Scalars['Boolean']['output']
  /** What it allows. */
  role: Role
  /** Where it was given: the node itself, or a folder around it. */
  source: FolderReference
  /** The person it belongs to, if it is one. */
  user?: Maybe<UserReference>
}

/** One page of a list. */
export type GrantConnection = {
  __typename?: 'GrantConnection'
  /** The same with a cursor each. */
  edges: Array<GrantEdge>
  /** The entries of this page. */
  nodes: Array<Grant>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type GrantEdge = {
  __typename?: 'GrantEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Grant
}

/** People who get rights together, as administrators see them. */
export type Group = {
  __typename?: 'Group'
  /** Stays the same for ever. */
  id: Scalars['ID']['output']
  /** Who is in it, whoever came first before others. */
  members: GroupMemberConnection
  /** How the group is called; no other has the same name. */
  name: Scalars['String']['output']
}

/** People who get rights together, as administrators see them. */
export type GroupMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** One page of a list. */
export type GroupConnection = {
  __typename?: 'GroupConnection'
  /** The same with a cursor each. */
  edges: Array<GroupEdge>
  /** The entries of this page. */
  nodes: Array<Group>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type GroupEdge = {
  __typename?: 'GroupEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Group
}

/** One page of a list. */
export type GroupMemberConnection = {
  __typename?: 'GroupMemberConnection'
  /** The same with a cursor each. */
  edges: Array<GroupMemberEdge>
  /** The entries of this page. */
  nodes: Array<UserReference>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type GroupMemberEdge = {
  __typename?: 'GroupMemberEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: UserReference
}

/** As much of a group as others may know. */
export type GroupReference = {
  __typename?: 'GroupReference'
  /** Stays the same for ever. */
  id: Scalars['ID']['output']
  /** How the group is called. */
  name: Scalars['String']['output']
}

/** Whom to invite. */
export type InvitePersonInput = {
  /** The address with which the person will sign in. */
  email: Scalars['String']['input']
  /** The person may change it; else taken from the address. */
  name?: InputMaybe<Scalars['String']['input']>
  /** What the person will be in the portal. */
  siteRole: SiteRole
}

/** How somebody comes in by a link. */
export type JoinShareLinkInput = {
  /** A guest's name; ignored when somebody is signed in. */
  name?: InputMaybe<Scalars['String']['input']>
  /** The password of the link, if it has one. */
  password?: InputMaybe<Scalars['String']['input']>
  /** The last part of the link. */
  token: Scalars['String']['input']
}

/** A list that is not about one folder. */
export type LiveList =
  /** What was done in the whole portal; for administrators. */
  | 'ACTIVITY'
  /** All groups and who is in them; for administrators. */
  | 'GROUPS'
  /** All people; for administrators. */
  | 'PEOPLE'
  /** The spaces in which you have a role. */
  | 'SPACES'
  /** The bin. */
  | 'TRASH'

/** What to say about a version; what is left out stays as it is. */
export type MarkVersionInput = {
  /** The document. */
  documentId: Scalars['ID']['input']
  /** Whether no rule may delete it. */
  isPinned?: InputMaybe<Scalars['Boolean']['input']>
  /** An empty name takes the name away. */
  name?: InputMaybe<Scalars['String']['input']>
  /** One of its versions. */
  versionId: Scalars['ID']['input']
}

/** Somebody who can be mentioned. */
export type MentionCandidate = {
  __typename?: 'MentionCandidate'
  /** By this the editor tells people of the same name apart. */
  email: Scalars['String']['output']
  /** Names the person in `mentionPeople`. */
  id: Scalars['ID']['output']
  /** How the person is called. */
  name: Scalars['String']['output']
}

/** People who are mentioned in a comment. */
export type MentionInput = {
  /** The document with the comment. */
  documentId: Scalars['ID']['input']
  /** Their addresses, at most 50. */
  emails: Array<Scalars['String']['input']>
  /** The comment; of a longer one the first 1,000 characters. */
  message: Scalars['String']['input']
  /** Where the comment is: the `actionLink` of `onRequestSendNotify` in JSON, at most 1,000 characters. */
  place?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type Mutation = {
  __typename?: 'Mutation'
  /** Takes people into a group. For administrators. */
  addGroupMembers: Group
  /** Sets or changes the password, and ends all other sessions. */
  changePassword: User
  /** Has the document server make a copy in another format, as a new document. A taken name gets a number. */
  convertDocument: Document
  /** Copies documents in their current version, and folders with all in them that you may download. A name that is taken there gets a number. */
  copyNodes: Array<Node>
  /** Makes an API token; its text is shown this once. */
  createApiToken: CreatedApiToken
  /** Makes an empty document. */
  createDocument: Document
  /** Makes a folder in a folder. */
  createFolder: Folder
  /** Makes a document with the contents of a template. */
  createFromTemplate: Document
  /** Makes an empty group. For administrators. */
  createGroup: Group
  /** Makes a new link to choose a password; earlier ones stop working. For administrators. */
  createPasswordLink: PasswordLink
  /** Makes a link to hand on. */
  createShareLink: CreatedShareLink
  /** Makes a space, which you own. Give its members their roles with `setGrant`. */
  createSpace: Folder
  /** Deletes an API token; programs with it are refused at once. */
  deleteApiToken: Scalars['Boolean']['output']
  /** Deletes things of the bin for ever, with all of their versions. */
  deleteForever: Scalars['Boolean']['output']
  /** Deletes a group and all that was shared with it. For administrators. */
  deleteGroup: Scalars['Boolean']['output']
  /**
   * Puts a document, or a folder with all in it, in the bin.
   * @deprecated Use deleteNodes, which takes several and asks before it deletes what is edited.
   */
  deleteNode: Scalars['Boolean']['output']
  /** Puts documents, and folders with all in them, in the bin. */
  deleteNodes: Scalars['Boolean']['output']
  /** Ends a link, and the access of everybody who came by it. */
  deleteShareLink: Scalars['Boolean']['output']
  /** Deletes an earlier version for good, for owners; never the current, the newest, a pinned one, or one that an editor builds on: VERSION_NEEDED. */
  deleteVersion: Document
  /** Deletes all in your bin for ever, and tells how many that were. */
  emptyTrash: Scalars['Int']['output']
  /** Signs one browser out. */
  endSession: Scalars['Boolean']['output']
  /** Stores what people have typed so far, while they go on. */
  forceSave: ForceSavePayload
  /** Makes an account and a link with which its person chooses a password. For administrators. */
  invitePerson: PasswordLink
  /** Uses a link, as the person signed in or as a guest with a name. */
  joinShareLink: Node
  /** Marks as read what you were told; gives how much is unread still. */
  markNotificationsRead: Scalars['Int']['output']
  /** Names or pins a version, so that no rule deletes it. */
  markVersion: Version
  /** Tells people that they were mentioned in a comment; gives the addresses of those who may not read it. */
  mentionPeople: Array<Scalars['String']['output']>
  /** Moves documents and folders, all or none. A name that is taken there gets a number. */
  moveNodes: Array<Node>
  /** Sends you no mail of these kinds any more, and of all others again. */
  muteMail: Array<NotificationKind>
  /** Takes a right away, in open editors too. */
  removeGrant: Scalars['Boolean']['output']
  /** Takes somebody out of a group, and out of the editors that only the group let them into. For administrators. */
  removeGroupMember: Group
  /** Takes your picture away. */
  removePicture: User
  /** Gives a group another name. For administrators. */
  renameGroup: Group
  /** Gives a document or a folder another name. */
  renameNode: Node
  /** Mails a link for a new password. The answer is the same when nobody has the address. */
  requestPasswordReset: Scalars['Boolean']['output']
  /** Brings things back from the bin to where they were, or to the nearest folder around that is still there. */
  restoreNodes: Array<Node>
  /** Makes an earlier version the current one, as a new version. */
  restoreVersion: Document
  /** Keeps what somebody saved as a copy in the editor, as a new document. A taken name gets a number. Fails with `BAD_INPUT` for links elsewhere, and with `DOCUMENT_SERVER_UNREACHABLE` when the link is of no use any more. */
  saveEditorCopy: Document
  /** Marks a document or folder as a favourite of yours, or takes the mark away. */
  setFavourite: Node
  /** Gives a right, or changes it. Whoever has less than before leaves open editors at once. */
  setGrant: Grant
  /** Uses up an invitation or a link for a new password: sets the password and opens a session. */
  setPasswordWithLink: User
  /** Shows a picture beside your name from now on. */
  setPicture: User
  /** Sets how much room a person or a space may take; for administrators. */
  setQuota: Scalars['Boolean']['output']
  /** Opens a session, kept in a cookie. */
  signIn: User
  /** Uses up the one-time link that the server printed. */
  signInWithLink: User
  /** Closes the session of this browser. */
  signOut: Scalars['Boolean']['output']
  /** Signs all your browsers out, this one too. */
  signOutEverywhere: Scalars['Boolean']['output']
  /** Ends all of a person's sessions. For administrators. */
  signOutPerson: Scalars['Boolean']['output']
  /** Changes name, role or access of a person. For administrators. */
  updatePerson: Person
  /** Changes name, language, look and how documents open; what is left out stays. */
  updateProfile: User
  /** Changes a link, for those who have come by it too: whoever has less leaves open editors at once. */
  updateShareLink: ShareLink
  /** Stores an uploaded file as a new document. */
  uploadDocument: Document
  /** Makes an uploaded file the current version of a document; the earlier ones stay. */
  uploadVersion: Document
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationAddGroupMembersArgs = {
  input: AddGroupMembersInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationConvertDocumentArgs = {
  input: ConvertDocumentInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCopyNodesArgs = {
  input: NodesIntoFolderInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateApiTokenArgs = {
  input: CreateApiTokenInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateDocumentArgs = {
  input: CreateDocumentInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateFolderArgs = {
  input: CreateFolderInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateFromTemplateArgs = {
  input: CreateFromTemplateInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateGroupArgs = {
  name: Scalars['String']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreatePasswordLinkArgs = {
  personId: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateShareLinkArgs = {
  input: CreateShareLinkInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationCreateSpaceArgs = {
  name: Scalars['String']['input']
  studentRole?: InputMaybe<Role>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteApiTokenArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteForeverArgs = {
  ids: Array<Scalars['ID']['input']>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteGroupArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteNodeArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteNodesArgs = {
  input: DeleteNodesInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteShareLinkArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationDeleteVersionArgs = {
  input: DeleteVersionInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationEndSessionArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationForceSaveArgs = {
  documentId: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationInvitePersonArgs = {
  input: InvitePersonInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationJoinShareLinkArgs = {
  input: JoinShareLinkInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationMarkNotificationsReadArgs = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationMarkVersionArgs = {
  input: MarkVersionInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationMentionPeopleArgs = {
  input: MentionInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationMoveNodesArgs = {
  input: NodesIntoFolderInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationMuteMailArgs = {
  kinds: Array<NotificationKind>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRemoveGrantArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRemoveGroupMemberArgs = {
  input: RemoveGroupMemberInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRenameGroupArgs = {
  input: RenameGroupInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRenameNodeArgs = {
  input: RenameNodeInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRequestPasswordResetArgs = {
  email: Scalars['String']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRestoreNodesArgs = {
  ids: Array<Scalars['ID']['input']>
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationRestoreVersionArgs = {
  input: RestoreVersionInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSaveEditorCopyArgs = {
  input: SaveEditorCopyInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSetFavouriteArgs = {
  input: SetFavouriteInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSetGrantArgs = {
  input: SetGrantInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSetPasswordWithLinkArgs = {
  input: SetPasswordWithLinkInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSetPictureArgs = {
  data: Scalars['String']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSetQuotaArgs = {
  input: SetQuotaInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSignInArgs = {
  input: SignInInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSignInWithLinkArgs = {
  token: Scalars['String']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationSignOutPersonArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationUpdatePersonArgs = {
  input: UpdatePersonInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationUpdateShareLinkArgs = {
  input: UpdateShareLinkInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationUploadDocumentArgs = {
  input: UploadDocumentInput
}

/** What can be changed; API tokens need the scope `write`, or `manage` for people and accounts. */
export type MutationUploadVersionArgs = {
  input: UploadVersionInput
}

/** What becomes of a new document whose name the folder has already. */
export type NameConflict =
  /** The new one gets a number: `plan (2).docx`. */
  | 'KEEP_BOTH'
  /** Nothing is stored; the error NAME_TAKEN names in its details the `nodeId` that has the name, for uploadVersion. */
  | 'REFUSE'

/** What a folder holds. */
export type Node = Document | Folder

/** Says of a folder or document what is to be asked for again. */
export type NodeChange = {
  __typename?: 'NodeChange'
  /** What of it changed. */
  aspects: Array<ChangeAspect>
  /** The folder or document. */
  nodeId: Scalars['ID']['output']
}

/** One page of what a folder holds. */
export type NodeConnection = {
  __typename?: 'NodeConnection'
  /** The page with a cursor for each entry. */
  edges: Array<NodeEdge>
  /** Give it as `after` to get the next page. */
  endCursor?: Maybe<Scalars['String']['output']>
  /** The same as in `pageInfo`. */
  hasNextPage: Scalars['Boolean']['output']
  /** The folders and documents of this page. */
  nodes: Array<Node>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** All that the folder holds for you. */
  totalCount: Scalars['Int']['output']
}

/** A folder or document and its place in the list. */
export type NodeEdge = {
  __typename?: 'NodeEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The folder or document. */
  node: Node
}

/** Documents and folders, and the folder that they go into. */
export type NodesIntoFolderInput = {
  /** A folder in which you may create. */
  folderId: Scalars['ID']['input']
  /** Documents and folders, at most 500. */
  ids: Array<Scalars['ID']['input']>
}

/** Something you were told. */
export type Notification = {
  __typename?: 'Notification'
  /** Who caused it; null for what the portal itself found. */
  actor?: Maybe<UserReference>
  /** When it happened. */
  createdAt: Scalars['DateTime']['output']
  /** Names it in `markNotificationsRead`. */
  id: Scalars['ID']['output']
  /** Whether you have seen it. */
  isRead: Scalars['Boolean']['output']
  /** What it is about. */
  kind: NotificationKind
  /** The document or folder; perhaps you may not see it any more. */
  nodeId?: Maybe<Scalars['ID']['output']>
  /** Whether it leads to a document or to a folder; null when you may not see it any more. */
  nodeType?: Maybe<Scalars['String']['output']>
  /** Where in the document, in JSON as `editorConfig.actionLink` takes it; null for the document as a whole. */
  place?: Maybe<Scalars['String']['output']>
  /** The role that was given by sharing. */
  role?: Maybe<Role>
  /** What went wrong and what to do, or what somebody wrote; empty when title and kind say all. */
  text: Scalars['String']['output']
  /** What the document or folder was called then. */
  title: Scalars['String']['output']
}

/** One page of a list. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection'
  /** The same with a cursor each. */
  edges: Array<NotificationEdge>
  /** The entries of this page. */
  nodes: Array<Notification>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Notification
}

/** What a notification is about. */
export type NotificationKind =
  /** A document was changed in two ways at once; both are kept. */
  | 'CONFLICT'
  /** Somebody mentioned you in a comment. */
  | 'MENTION'
  /** What was written could not be saved. */
  | 'SAVE_FAILED'
  /** Somebody shared a document or folder with you. */
  | 'SHARE'

/** What of your own changed. */
export type OwnAspect =
  /** What you marked. */
  | 'FAVOURITES'
  /** What you were told, or have read. */
  | 'NOTIFICATIONS'

/** Where a page of a list ends. */
export type PageInfo = {
  __typename?: 'PageInfo'
  /** Give it as `after` to get the next page. */
  endCursor?: Maybe<Scalars['String']['output']>
  /** Whether something follows this page. */
  hasNextPage: Scalars['Boolean']['output']
}

/** How a part of a document differs. */
export type PartDifference = {
  __typename?: 'PartDifference'
  /** Text, headers and footers, notes, comments, a sheet, a slide. */
  kind: DocumentPartKind
  /** What changed, with some lines around it. */
  rows: Array<DifferenceRow>
  /** Whether both versions have it. */
  state: DocumentPartState
  /** Name of a sheet, number of a slide. */
  title?: Maybe<Scalars['String']['output']>
}

/** A link with which somebody chooses a password, once. */
export type PasswordLink = {
  __typename?: 'PasswordLink'
  /** Whether it went out by mail already. */
  isMailed: Scalars['Boolean']['output']
  /** Whom it is for. */
  person: Person
  /** Address to hand on; it is shown this once. */
  url: Scalars['String']['output']
}

/** Whom an invitation or a link for a new password is for. */
export type PasswordLinkPreview = {
  __typename?: 'PasswordLinkPreview'
  /** The address with which the person signs in. */
  email?: Maybe<Scalars['String']['output']>
  /** Whether the account is new. */
  isInvitation: Scalars['Boolean']['output']
  /** How the person is called until now. */
  name: Scalars['String']['output']
}

/** A person as administrators see them. */
export type Person = {
  __typename?: 'Person'
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output']
  /** Null for guests who came by a share link. */
  email?: Maybe<Scalars['String']['output']>
  /** Stays the same for ever. */
  id: Scalars['ID']['output']
  /** Within five minutes; null when never. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>
  /** How the person is called. */
  name: Scalars['String']['output']
  /** Path of the picture; null without one. */
  pictureUrl?: Maybe<Scalars['String']['output']>
  /** What the person is in the portal. */
  siteRole: SiteRole
  /** Whether the person can come in. */
  status: PersonStatus
}

/** One page of a list. */
export type PersonConnection = {
  __typename?: 'PersonConnection'
  /** The same with a cursor each. */
  edges: Array<PersonEdge>
  /** The entries of this page. */
  nodes: Array<Person>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type PersonEdge = {
  __typename?: 'PersonEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Person
}

/** Whether somebody can come in. */
export type PersonStatus =
  /** Can come in. */
  | 'ACTIVE'
  /** May not come in any more; what they made is kept. */
  | 'DEACTIVATED'
  /** Has not chosen a password yet. */
  | 'INVITED'

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type Query = {
  __typename?: 'Query'
  /** What was done in the whole portal, for administrators. */
  activities: ActivityConnection
  /** What was done with a document or folder, for whoever may see it. Of sharing is told only to those who may share it. */
  activity: ActivityConnection
  /** Your API tokens, the newest first. */
  apiTokens: ApiTokenConnection
  /** A document that you may read. */
  document: Document
  /** The signed config with which a document is opened in the editor. */
  editorConfig: EditorConfig
  /** For `refreshHistory` of an open editor: all versions. */
  editorHistory: Scalars['JSON']['output']
  /** For `setHistoryData` of an open editor: one version, signed. */
  editorHistoryData: Scalars['JSON']['output']
  /** What one person may do with a node that you may share. */
  effectiveAccess: EffectiveAccess
  /** What you marked, the newest mark first. */
  favourites: CollectionConnection
  /** A folder; without id the library's root. */
  folder: Folder
  /** Rights on a node that you may share: its own, then inherited ones, the nearest first. */
  grants: GrantConnection
  /** One group. For administrators. */
  group: Group
  /** All groups by name. For administrators. */
  groups: GroupConnection
  /** People who can be mentioned in comments on a document: at most 20 who may read it. */
  mentionCandidates: Array<MentionCandidate>
  /** Of which kinds you want no mail. */
  mutedMail: Array<NotificationKind>
  /** How much room your documents take. Saves from the editor are taken even when there is none. */
  myStorage: Storage
  /** What you were told, the newest first. */
  notifications: NotificationConnection
  /** Whom an invitation or a link for a new password is for. */
  passwordLinkPreview: PasswordLinkPreview
  /** All people by name, for administrators. */
  people: PersonConnection
  /** Documents that you opened in the editor, the last first; the last 100 are remembered. */
  recentDocuments: CollectionConnection
  /** Documents and folders that you may read, by names and contents, the best first; looks at the 1,000 newest hits. */
  search: SearchConnection
  /** The browsers in which you are signed in. */
  sessions: SessionConnection
  /** People and groups with whom something can be shared. */
  shareCandidates: ShareCandidates
  /** What a share link leads to, for the page that asks a guest's name. */
  shareLinkPreview: ShareLinkPreview
  /** The links to a document or a folder that you own. */
  shareLinks: ShareLinkConnection
  /** What others shared with you, in person, by a group, with everyone or by a link; changed last first. */
  sharedWithMe: CollectionConnection
  /** Asked for before signing out: the page to go to afterwards, which ends the single sign-on too. Null when this browser was signed in otherwise. */
  signOutUrl?: Maybe<Scalars['String']['output']>
  /** Null when only passwords are taken. */
  singleSignOn?: Maybe<SingleSignOn>
  /** The spaces in which you have a role, by name: folders at the root with members of their own. */
  spaces: SpaceConnection
  /** How much room people take, by name; for administrators. */
  storageOfPeople: StorageConnection
  /** How much room spaces take, by name; for administrators. */
  storageOfSpaces: StorageConnection
  /** The role that students get in a course; null for all that is no course that you may see. */
  studentRole?: Maybe<Role>
  /** Templates for new documents in a folder: documents in folders named "Templates" or "模板" in it or in the folders around it, then those of the portal. */
  templates: TemplateConnection
  /** What you deleted, or what of yours was deleted, the newest first. */
  trash: TrashEntryConnection
  /** After so many days things in the bin are deleted for ever. */
  trashRetentionDays: Scalars['Int']['output']
  /** How much of what you were told is unread. */
  unreadNotificationCount: Scalars['Int']['output']
  /** What two versions of a document do not share: text, cells, text of slides. */
  versionDifference: VersionDifference
  /** The person signed in, or null. */
  viewer?: Maybe<User>
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<ActivityFilterInput>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  nodeId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryApiTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryDocumentArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryEditorConfigArgs = {
  device?: EditorDevice
  documentId: Scalars['ID']['input']
  mode?: EditorMode
  versionId?: InputMaybe<Scalars['ID']['input']>
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryEditorHistoryArgs = {
  documentId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryEditorHistoryDataArgs = {
  documentId: Scalars['ID']['input']
  number: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryEffectiveAccessArgs = {
  nodeId: Scalars['ID']['input']
  userId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryFavouritesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryFolderArgs = {
  id?: InputMaybe<Scalars['ID']['input']>
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryGrantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  nodeId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryGroupArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryMentionCandidatesArgs = {
  documentId: Scalars['ID']['input']
  search?: Scalars['String']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryPasswordLinkPreviewArgs = {
  token: Scalars['String']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  search?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryRecentDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  input: SearchInput
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QuerySessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryShareCandidatesArgs = {
  search: Scalars['String']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryShareLinkPreviewArgs = {
  token: Scalars['String']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryShareLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  nodeId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QuerySharedWithMeArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QuerySpacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryStorageOfPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryStorageOfSpacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryStudentRoleArgs = {
  nodeId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryTemplatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  folderId: Scalars['ID']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryTrashArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
}

/** What can be asked. Strangers are told only who is signed in, and what a link is for. */
export type QueryVersionDifferenceArgs = {
  documentId: Scalars['ID']['input']
  fromId: Scalars['ID']['input']
  toId: Scalars['ID']['input']
}

/** Somebody who leaves a group. */
export type RemoveGroupMemberInput = {
  /** The group. */
  groupId: Scalars['ID']['input']
  /** Who leaves it. */
  userId: Scalars['ID']['input']
}

/** Another name for a group. */
export type RenameGroupInput = {
  /** The group. */
  id: Scalars['ID']['input']
  /** Its new name. */
  name: Scalars['String']['input']
}

/** A new name. */
export type RenameNodeInput = {
  /** The name that you saw: when somebody gave it another one meanwhile, nothing is changed. */
  expectedName?: InputMaybe<Scalars['String']['input']>
  /** A folder or a document. */
  id: Scalars['ID']['input']
  /** A document keeps its extension, whether or not it is repeated here. */
  name: Scalars['String']['input']
}

/** Which version becomes the current one again. */
export type RestoreVersionInput = {
  /** The document. */
  documentId: Scalars['ID']['input']
  /** One of its versions. */
  versionId: Scalars['ID']['input']
}

/** What somebody may do with a document or a folder. */
export type Role =
  /** Reads and comments. */
  | 'COMMENTER'
  /** Edits; in a folder also creates and uploads. */
  | 'EDITOR'
  /** Fills in form fields. */
  | 'FORM_FILLER'
  /** Everything, sharing and deleting too. */
  | 'OWNER'
  /** Edits with all changes tracked. */
  | 'REVIEWER'
  /** Reads and downloads. */
  | 'VIEWER'

/** A copy that the editor made, and where it goes. */
export type SaveEditorCopyInput = {
  /** The document that was open; you may download it. */
  documentId: Scalars['ID']['input']
  /** What the bytes are, such as `pdf`. */
  fileType: Scalars['String']['input']
  /** The folder into which it goes; without it that of the first document, or the library’s root when you may not add to that. */
  folderId?: InputMaybe<Scalars['ID']['input']>
  /** The name of the new document; an extension that is missing is added. */
  title: Scalars['String']['input']
  /** The link that the editor gave with `onRequestSaveAs`: a result of the document server. */
  url: Scalars['String']['input']
}

/** A save that failed, or that could not become the current version. */
export type SaveProblem = {
  __typename?: 'SaveProblem'
  /** When the save failed. */
  happenedAt: Scalars['DateTime']['output']
  /** What happened and what to do, in your language. */
  message: Scalars['String']['output']
}

/** One page of a list. */
export type SearchConnection = {
  __typename?: 'SearchConnection'
  /** The same with a cursor each. */
  edges: Array<SearchEdge>
  /** The entries of this page. */
  nodes: Array<Node>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type SearchEdge = {
  __typename?: 'SearchEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Node
}

/** What to look for; all that is given must fit. */
export type SearchInput = {
  /** Only documents of these types. */
  documentTypes?: InputMaybe<Array<DocumentType>>
  /** Only what this person made. */
  ownerId?: InputMaybe<Scalars['ID']['input']>
  /** Words, or their beginnings, of names and contents. */
  text: Scalars['String']['input']
  /** Only what changed at this time or later. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>
  /** Only what changed before this time. */
  updatedBefore?: InputMaybe<Scalars['DateTime']['input']>
}

/** A browser in which you are signed in. */
export type Session = {
  __typename?: 'Session'
  /** Network address from which it was opened. */
  address: Scalars['String']['output']
  /** When you signed in there. */
  createdAt: Scalars['DateTime']['output']
  /** Names the session when it is ended. */
  id: Scalars['ID']['output']
  /** Whether it is the browser that asks. */
  isCurrent: Scalars['Boolean']['output']
  /** Last used, within five minutes. */
  lastSeenAt: Scalars['DateTime']['output']
  /** How the browser calls itself. */
  userAgent: Scalars['String']['output']
}

/** One page of a list. */
export type SessionConnection = {
  __typename?: 'SessionConnection'
  /** The same with a cursor each. */
  edges: Array<SessionEdge>
  /** The entries of this page. */
  nodes: Array<Session>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type SessionEdge = {
  __typename?: 'SessionEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Session
}

/** Whether something is to be among your favourites. */
export type SetFavouriteInput = {
  /** False takes the mark away. */
  isFavourite: Scalars['Boolean']['input']
  /** A document or a folder. */
  nodeId: Scalars['ID']['input']
}

/** A right to give. Name exactly one of `userId`, `groupId` and `everyone`. */
export type SetGrantInput = {
  /** True gives it to all members of the portal. */
  everyone?: InputMaybe<Scalars['Boolean']['input']>
  /** The group that gets it. */
  groupId?: InputMaybe<Scalars['ID']['input']>
  /** The folder or document. */
  nodeId: Scalars['ID']['input']
  /** At most your own; replaces what the same subject has here. */
  role: Role
  /** The person who gets it. */
  userId?: InputMaybe<Scalars['ID']['input']>
}

/** A password chosen with a link. */
export type SetPasswordWithLinkInput = {
  /** How you want to be called; kept when left out. */
  name?: InputMaybe<Scalars['String']['input']>
  /** At least 10 characters. */
  newPassword: Scalars['String']['input']
  /** The last part of the link. */
  token: Scalars['String']['input']
}

/** How much room a person or a space may take. */
export type SetQuotaInput = {
  /** Of a person or a space. */
  id: Scalars['ID']['input']
  /** Null for what is usual on this site. */
  quotaBytes?: InputMaybe<Scalars['Float']['input']>
}

/** With whom something can be shared. */
export type ShareCandidates = {
  __typename?: 'ShareCandidates'
  /** At most 20 groups by name. */
  groups: Array<GroupReference>
  /** At most 20 people by name. */
  users: Array<UserReference>
}

/** A link that gives whoever opens it a role. */
export type ShareLink = {
  __typename?: 'ShareLink'
  /** When it was made. */
  createdAt: Scalars['DateTime']['output']
  /** Who made it. */
  createdBy: UserReference
  /** When it ends; null when never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>
  /** Whether it asks for a password. */
  hasPassword: Scalars['Boolean']['output']
  /** Names the link when it is changed or deleted. */
  id: Scalars['ID']['output']
  /** Whether those who open it may take the file along. */
  mayDownload: Scalars['Boolean']['output']
  /** What those get who open it. */
  role: Role
  /** Address to hand on. */
  url: Scalars['String']['output']
}

/** One page of a list. */
export type ShareLinkConnection = {
  __typename?: 'ShareLinkConnection'
  /** The same with a cursor each. */
  edges: Array<ShareLinkEdge>
  /** The entries of this page. */
  nodes: Array<ShareLink>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type ShareLinkEdge = {
  __typename?: 'ShareLinkEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: ShareLink
}

/** What a stranger with the link may know before joining. */
export type ShareLinkPreview = {
  __typename?: 'ShareLinkPreview'
  /** Name of the person who made the link. */
  invitedBy: Scalars['String']['output']
  /** Whether joining needs a name, because nobody is signed in. */
  needsName: Scalars['Boolean']['output']
  /** Whether joining needs the password of the link. */
  needsPassword: Scalars['Boolean']['output']
  /** What whoever joins may do. */
  role: Role
  /** Null as long as the password is not given. */
  title?: Maybe<Scalars['String']['output']>
}

/** Who signs in. */
export type SignInInput = {
  /** The address of the account; case and outer spaces do not matter. */
  email: Scalars['String']['input']
  /** The password of the account. */
  password: Scalars['String']['input']
}

/** The way in with an account that people have elsewhere. */
export type SingleSignOn = {
  __typename?: 'SingleSignOn'
  /** What the button on the sign-in page says. */
  label: Scalars['String']['output']
  /** The page to visit, with `?redirect=` and a path of the portal to come back to. */
  url: Scalars['String']['output']
}

/** What somebody is in the portal as a whole. */
export type SiteRole =
  /** Owns everything, and invites people. */
  | 'ADMINISTRATOR'
  /** Sees only what was shared with them in person. */
  | 'GUEST'
  /** Makes spaces, and gets what is shared with everyone. */
  | 'MEMBER'

/** One page of a list. */
export type SpaceConnection = {
  __typename?: 'SpaceConnection'
  /** The same with a cursor each. */
  edges: Array<SpaceEdge>
  /** The entries of this page. */
  nodes: Array<Folder>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type SpaceEdge = {
  __typename?: 'SpaceEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Folder
}

/** Room taken and room given. All versions count, and what is in the bin. */
export type Storage = {
  __typename?: 'Storage'
  /** Of the person or the space. */
  id: Scalars['ID']['output']
  /** Whether an administrator set the limit for this one alone. */
  isOwnQuota: Scalars['Boolean']['output']
  /** What the person or the space is called. */
  name: Scalars['String']['output']
  /** Null without a limit. */
  quotaBytes?: Maybe<Scalars['Float']['output']>
  /** In bytes, with all versions and the bin. */
  usedBytes: Scalars['Float']['output']
}

/** One page of a list. */
export type StorageConnection = {
  __typename?: 'StorageConnection'
  /** The same with a cursor each. */
  edges: Array<StorageEdge>
  /** The entries of this page. */
  nodes: Array<Storage>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type StorageEdge = {
  __typename?: 'StorageEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Storage
}

/** What can be heard of as it happens, by WebSocket at `/graphql` (graphql-ws). */
export type Subscription = {
  __typename?: 'Subscription'
  /** Tells what changes in folders and documents, and of what is yours, by WebSocket (protocol graphql-transport-ws). */
  changes: Changes
}

/** What can be heard of as it happens, by WebSocket at `/graphql` (graphql-ws). */
export type SubscriptionChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  lists?: InputMaybe<Array<LiveList>>
  nodeIds: Array<Scalars['ID']['input']>
}

/** What a new document can be made from. */
export type Template = {
  __typename?: 'Template'
  /** The kind of editor they open in. */
  documentType: DocumentType
  /** Extension of the documents made from it, such as `docx`. */
  fileType: Scalars['String']['output']
  /** Of a document, or `builtin:` and a name. */
  id: Scalars['ID']['output']
  /** What it is called, in your language. */
  name: Scalars['String']['output']
  /** The folder in whose folder of templates it is; null for the portal's own. */
  place?: Maybe<Scalars['String']['output']>
  /** Path of a picture of its first page. */
  previewUrl?: Maybe<Scalars['String']['output']>
}

/** One page of a list. */
export type TemplateConnection = {
  __typename?: 'TemplateConnection'
  /** The same with a cursor each. */
  edges: Array<TemplateEdge>
  /** The entries of this page. */
  nodes: Array<Template>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type TemplateEdge = {
  __typename?: 'TemplateEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Template
}

/** A piece of a line. */
export type TextPiece = {
  __typename?: 'TextPiece'
  /** Whether only this side has it. */
  isChanged: Scalars['Boolean']['output']
  /** Its text. */
  text: Scalars['String']['output']
}

/** How portal and editor look. */
export type Theme =
  /** Light on dark. */
  | 'DARK'
  /** Dark on light. */
  | 'LIGHT'
  /** As the device is set. */
  | 'SYSTEM'

/** A document or folder in the bin, with all that went along with it. */
export type TrashEntry = {
  __typename?: 'TrashEntry'
  /** When it was deleted. */
  deletedAt: Scalars['DateTime']['output']
  /** Who deleted it. */
  deletedBy?: Maybe<UserReference>
  /** Null for folders. */
  documentType?: Maybe<DocumentType>
  /** Where it was; null when that folder is gone too, or not for you to see. */
  folder?: Maybe<FolderReference>
  /** Names it in `restoreNodes` and `deleteForever`. */
  id: Scalars['ID']['output']
  /** How it was called. */
  name: Scalars['String']['output']
}

/** One page of a list. */
export type TrashEntryConnection = {
  __typename?: 'TrashEntryConnection'
  /** The same with a cursor each. */
  edges: Array<TrashEntryEdge>
  /** The entries of this page. */
  nodes: Array<TrashEntry>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** One entry and its place in the list. */
export type TrashEntryEdge = {
  __typename?: 'TrashEntryEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: TrashEntry
}

/** What to change of a person; what is left out stays. */
export type UpdatePersonInput = {
  /** The person. */
  id: Scalars['ID']['input']
  /** False signs the person out everywhere and lets them in no more; true lets them in again. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>
  /** Another name. */
  name?: InputMaybe<Scalars['String']['input']>
  /** Another role in the portal. */
  siteRole?: InputMaybe<SiteRole>
}

/** What changes of your own profile; what is left out stays. */
export type UpdateProfileInput = {
  /** Language tag, such as `en` or `zh-CN`. */
  language?: InputMaybe<Scalars['String']['input']>
  /** How others see you. */
  name?: InputMaybe<Scalars['String']['input']>
  /** Whether documents are shown first. */
  opensForReading?: InputMaybe<Scalars['Boolean']['input']>
  /** How portal and editor look. */
  theme?: InputMaybe<Theme>
}

/** What to change of a link; what is left out stays. */
export type UpdateShareLinkInput = {
  /** When it ends; null when never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>
  /** The link. */
  id: Scalars['ID']['input']
  /** False forbids download, printing and copying. */
  mayDownload?: InputMaybe<Scalars['Boolean']['input']>
  /** At least 4 characters; null takes it away. */
  password?: InputMaybe<Scalars['String']['input']>
  /** Any but `OWNER`. */
  role?: InputMaybe<Role>
}

/** A file that becomes a document. */
export type UploadDocumentInput = {
  /** By the GraphQL multipart request specification. */
  file: Scalars['Upload']['input']
  /** The folder it comes into. */
  folderId: Scalars['ID']['input']
  /** `KEEP_BOTH` when left out. */
  onConflict?: InputMaybe<NameConflict>
}

/** A file that becomes the current version. */
export type UploadVersionInput = {
  /** The document. */
  documentId: Scalars['ID']['input']
  /** Of the document's own type, whatever its name. */
  file: Scalars['Upload']['input']
}

/** A person who uses the portal. */
export type User = {
  __typename?: 'User'
  /** With which the person signs in; null for guests who came by a link. */
  email?: Maybe<Scalars['String']['output']>
  /** Whether the person can sign in by password. */
  hasPassword: Scalars['Boolean']['output']
  /** Whether the person can come in by single sign-on. */
  hasSingleSignOn: Scalars['Boolean']['output']
  /** Stays the same whatever the person is called. */
  id: Scalars['ID']['output']
  /** Whether the person owns everything and invites others. */
  isAdministrator: Scalars['Boolean']['output']
  /** Somebody who came by a share link and has no account. */
  isGuest: Scalars['Boolean']['output']
  /** Language tag, such as `en` or `zh-CN`; null until one is chosen. */
  language?: Maybe<Scalars['String']['output']>
  /** How others see the person. */
  name: Scalars['String']['output']
  /** Documents are shown first, and edited when that is asked for. */
  opensForReading: Scalars['Boolean']['output']
  /** Path of the picture in the portal, which changes with it; null without one. */
  pictureUrl?: Maybe<Scalars['String']['output']>
  /** How portal and editor look. */
  theme: Theme
}

/** As much of a person as others may know. */
export type UserReference = {
  __typename?: 'UserReference'
  /** Stays the same whatever the person is called. */
  id: Scalars['ID']['output']
  /** How the person is called. */
  name: Scalars['String']['output']
  /** Path of the picture in the portal, which changes with it; null without one. */
  pictureUrl?: Maybe<Scalars['String']['output']>
}

/** One stored state of a document. */
export type Version = {
  __typename?: 'Version'
  /** Null when the portal itself made it. */
  author?: Maybe<UserReference>
  /** Why it came to be. */
  cause: VersionCause
  /** When it came to be. */
  createdAt: Scalars['DateTime']['output']
  /** Path of the portal's download. */
  downloadUrl: Scalars['String']['output']
  /** Names it when it is restored or opened. */
  id: Scalars['ID']['output']
  /** Pinned versions are never deleted by rule, nor are named ones. */
  isPinned: Scalars['Boolean']['output']
  /** What somebody called it. */
  name?: Maybe<Scalars['String']['output']>
  /** Counts from 1. */
  number: Scalars['Int']['output']
  /** In bytes. */
  size: Scalars['Float']['output']
}

/** Why a version came to be. */
export type VersionCause =
  /** Beside the current one: the document had changed otherwise while it was open. */
  | 'CONFLICT'
  /** It was converted from another format. */
  | 'CONVERT'
  /** It was copied from another document. */
  | 'COPY'
  /** The document was made empty, or from a template. */
  | 'CREATE'
  /** The last person closed the editor. */
  | 'EDIT'
  /** Somebody pressed Save while it stayed open. */
  | 'FORCE_SAVE'
  /** The document server had kept it after a failed save. */
  | 'RECOVERED'
  /** An earlier version was brought back. */
  | 'RESTORE'
  /** A file was uploaded. */
  | 'UPLOAD'

/** One page of a list. */
export type VersionConnection = {
  __typename?: 'VersionConnection'
  /** The same with a cursor each. */
  edges: Array<VersionEdge>
  /** The entries of this page. */
  nodes: Array<Version>
  /** Where the page ends. */
  pageInfo: PageInfo
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output']
}

/** What two versions of a document do not share. */
export type VersionDifference = {
  __typename?: 'VersionDifference'
  /** The first version. */
  from: Version
  /** Whether both are the same file, byte for byte. */
  isIdentical: Scalars['Boolean']['output']
  /** Whether there is more than is told. */
  isTruncated: Scalars['Boolean']['output']
  /** Parts that differ; empty when the text is the same. */
  parts: Array<PartDifference>
  /** The second version. */
  to: Version
}

/** One entry and its place in the list. */
export type VersionEdge = {
  __typename?: 'VersionEdge'
  /** Give it as `after` to go on behind this one. */
  cursor: Scalars['String']['output']
  /** The entry. */
  node: Version
}

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput
}>

export type UpdateProfileMutation = {
  __typename?: 'Mutation'
  updateProfile: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput
}>

export type ChangePasswordMutation = {
  __typename?: 'Mutation'
  changePassword: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type SessionRowFragment = {
  __typename?: 'Session'
  id: string
  userAgent: string
  address: string
  createdAt: string
  lastSeenAt: string
  isCurrent: boolean
}

export type SessionsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type SessionsQuery = {
  __typename?: 'Query'
  sessions: {
    __typename?: 'SessionConnection'
    nodes: Array<{
      __typename?: 'Session'
      id: string
      userAgent: string
      address: string
      createdAt: string
      lastSeenAt: string
      isCurrent: boolean
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type EndSessionMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type EndSessionMutation = { __typename?: 'Mutation'; endSession: boolean }

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never }>

export type SignOutEverywhereMutation = { __typename?: 'Mutation'; signOutEverywhere: boolean }

export type ApiTokenRowFragment = {
  __typename?: 'ApiToken'
  id: string
  name: string
  scopes: Array<ApiScope>
  createdAt: string
  expiresAt?: string | null
  lastUsedAt?: string | null
}

export type ApiTokensQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type ApiTokensQuery = {
  __typename?: 'Query'
  apiTokens: {
    __typename?: 'ApiTokenConnection'
    nodes: Array<{
      __typename?: 'ApiToken'
      id: string
      name: string
      scopes: Array<ApiScope>
      createdAt: string
      expiresAt?: string | null
      lastUsedAt?: string | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput
}>

export type CreateApiTokenMutation = {
  __typename?: 'Mutation'
  createApiToken: {
    __typename?: 'CreatedApiToken'
    token: string
    apiToken: {
      __typename?: 'ApiToken'
      id: string
      name: string
      scopes: Array<ApiScope>
      createdAt: string
      expiresAt?: string | null
      lastUsedAt?: string | null
    }
  }
}

export type DeleteApiTokenMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type DeleteApiTokenMutation = { __typename?: 'Mutation'; deleteApiToken: boolean }

export type SetPictureMutationVariables = Exact<{
  data: Scalars['String']['input']
}>

export type SetPictureMutation = {
  __typename?: 'Mutation'
  setPicture: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type RemovePictureMutationVariables = Exact<{ [key: string]: never }>

export type RemovePictureMutation = {
  __typename?: 'Mutation'
  removePicture: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type MutedMailQueryVariables = Exact<{ [key: string]: never }>

export type MutedMailQuery = { __typename?: 'Query'; mutedMail: Array<NotificationKind> }

export type MuteMailMutationVariables = Exact<{
  kinds: Array<NotificationKind> | NotificationKind
}>

export type MuteMailMutation = { __typename?: 'Mutation'; muteMail: Array<NotificationKind> }

export type ActivityRowFragment = {
  __typename?: 'Activity'
  id: string
  action: ActivityAction
  nodeId: string
  nodeName: string
  isFolder: boolean
  previousName?: string | null
  subject?: string | null
  role?: Role | null
  createdAt: string
  actor?: { __typename?: 'UserReference'; id: string; name: string } | null
}

export type ActivityPageFragment = {
  __typename?: 'ActivityConnection'
  totalCount: number
  nodes: Array<{
    __typename?: 'Activity'
    id: string
    action: ActivityAction
    nodeId: string
    nodeName: string
    isFolder: boolean
    previousName?: string | null
    subject?: string | null
    role?: Role | null
    createdAt: string
    actor?: { __typename?: 'UserReference'; id: string; name: string } | null
  }>
  pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
}

export type NodeActivityQueryVariables = Exact<{
  id: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type NodeActivityQuery = {
  __typename?: 'Query'
  activity: {
    __typename?: 'ActivityConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Activity'
      id: string
      action: ActivityAction
      nodeId: string
      nodeName: string
      isFolder: boolean
      previousName?: string | null
      subject?: string | null
      role?: Role | null
      createdAt: string
      actor?: { __typename?: 'UserReference'; id: string; name: string } | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type SiteActivityQueryVariables = Exact<{
  filter: ActivityFilterInput
  after?: InputMaybe<Scalars['String']['input']>
}>

export type SiteActivityQuery = {
  __typename?: 'Query'
  activities: {
    __typename?: 'ActivityConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Activity'
      id: string
      action: ActivityAction
      nodeId: string
      nodeName: string
      isFolder: boolean
      previousName?: string | null
      subject?: string | null
      role?: Role | null
      createdAt: string
      actor?: { __typename?: 'UserReference'; id: string; name: string } | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type ViewerFragment = {
  __typename?: 'User'
  id: string
  name: string
  email?: string | null
  isAdministrator: boolean
  isGuest: boolean
  language?: string | null
  theme: Theme
  opensForReading: boolean
  pictureUrl?: string | null
  hasPassword: boolean
  hasSingleSignOn: boolean
}

export type ViewerQueryVariables = Exact<{ [key: string]: never }>

export type ViewerQuery = {
  __typename?: 'Query'
  viewer?: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  } | null
  singleSignOn?: { __typename?: 'SingleSignOn'; label: string; url: string } | null
}

export type SignInMutationVariables = Exact<{
  input: SignInInput
}>

export type SignInMutation = {
  __typename?: 'Mutation'
  signIn: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type SignInWithLinkMutationVariables = Exact<{
  token: Scalars['String']['input']
}>

export type SignInWithLinkMutation = {
  __typename?: 'Mutation'
  signInWithLink: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type SignOutUrlQueryVariables = Exact<{ [key: string]: never }>

export type SignOutUrlQuery = { __typename?: 'Query'; signOutUrl?: string | null }

export type SignOutMutationVariables = Exact<{ [key: string]: never }>

export type SignOutMutation = { __typename?: 'Mutation'; signOut: boolean }

export type PasswordLinkPreviewQueryVariables = Exact<{
  token: Scalars['String']['input']
}>

export type PasswordLinkPreviewQuery = {
  __typename?: 'Query'
  passwordLinkPreview: {
    __typename?: 'PasswordLinkPreview'
    name: string
    email?: string | null
    isInvitation: boolean
  }
}

export type SetPasswordWithLinkMutationVariables = Exact<{
  input: SetPasswordWithLinkInput
}>

export type SetPasswordWithLinkMutation = {
  __typename?: 'Mutation'
  setPasswordWithLink: {
    __typename?: 'User'
    id: string
    name: string
    email?: string | null
    isAdministrator: boolean
    isGuest: boolean
    language?: string | null
    theme: Theme
    opensForReading: boolean
    pictureUrl?: string | null
    hasPassword: boolean
    hasSingleSignOn: boolean
  }
}

export type RequestPasswordResetMutationVariables = Exact<{
  email: Scalars['String']['input']
}>

export type RequestPasswordResetMutation = { __typename?: 'Mutation'; requestPasswordReset: boolean }

export type EditorPageQueryVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type EditorPageQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  document: {
    __typename?: 'Document'
    canRename: boolean
    id: string
    title: string
    fileType: string
    documentType: DocumentType
    role: Role
    canEdit: boolean
    isFavourite: boolean
    size: number
    updatedAt: string
    downloadUrl: string
    previewUrl?: string | null
    folder: { __typename?: 'FolderReference'; id: string; name: string }
    owner: { __typename?: 'UserReference'; id: string; name: string }
    version: { __typename?: 'Version'; id: string; number: number }
    participants: Array<{
      __typename?: 'UserReference'
      id: string
      name: string
      pictureUrl?: string | null
    }>
    saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
  }
}

export type EditorConfigQueryVariables = Exact<{
  documentId: Scalars['ID']['input']
  mode: EditorMode
  device: EditorDevice
  versionId?: InputMaybe<Scalars['ID']['input']>
}>

export type EditorConfigQuery = {
  __typename?: 'Query'
  editorConfig: {
    __typename?: 'EditorConfig'
    documentServerUrl: string
    config: Record<string, unknown>
    token: string
  }
}

export type EditorHistoryQueryVariables = Exact<{
  documentId: Scalars['ID']['input']
}>

export type EditorHistoryQuery = { __typename?: 'Query'; editorHistory: Record<string, unknown> }

export type EditorHistoryDataQueryVariables = Exact<{
  documentId: Scalars['ID']['input']
  number: Scalars['Int']['input']
}>

export type EditorHistoryDataQuery = { __typename?: 'Query'; editorHistoryData: Record<string, unknown> }

export type SaveEditorCopyMutationVariables = Exact<{
  input: SaveEditorCopyInput
}>

export type SaveEditorCopyMutation = {
  __typename?: 'Mutation'
  saveEditorCopy: {
    __typename?: 'Document'
    id: string
    title: string
    folder: { __typename?: 'FolderReference'; name: string }
  }
}

export type GroupMembersFragment = {
  __typename?: 'GroupMemberConnection'
  totalCount: number
  nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
  pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
}

export type GroupRowFragment = {
  __typename?: 'Group'
  id: string
  name: string
  members: {
    __typename?: 'GroupMemberConnection'
    totalCount: number
    nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type GroupsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type GroupsQuery = {
  __typename?: 'Query'
  groups: {
    __typename?: 'GroupConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Group'
      id: string
      name: string
      members: {
        __typename?: 'GroupMemberConnection'
        totalCount: number
        nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
        pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
      }
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type MoreGroupMembersQueryVariables = Exact<{
  id: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type MoreGroupMembersQuery = {
  __typename?: 'Query'
  group: {
    __typename?: 'Group'
    id: string
    members: {
      __typename?: 'GroupMemberConnection'
      totalCount: number
      nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type CreateGroupMutationVariables = Exact<{
  name: Scalars['String']['input']
}>

export type CreateGroupMutation = {
  __typename?: 'Mutation'
  createGroup: {
    __typename?: 'Group'
    id: string
    name: string
    members: {
      __typename?: 'GroupMemberConnection'
      totalCount: number
      nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type RenameGroupMutationVariables = Exact<{
  input: RenameGroupInput
}>

export type RenameGroupMutation = {
  __typename?: 'Mutation'
  renameGroup: {
    __typename?: 'Group'
    id: string
    name: string
    members: {
      __typename?: 'GroupMemberConnection'
      totalCount: number
      nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type DeleteGroupMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type DeleteGroupMutation = { __typename?: 'Mutation'; deleteGroup: boolean }

export type AddGroupMembersMutationVariables = Exact<{
  input: AddGroupMembersInput
}>

export type AddGroupMembersMutation = {
  __typename?: 'Mutation'
  addGroupMembers: {
    __typename?: 'Group'
    id: string
    name: string
    members: {
      __typename?: 'GroupMemberConnection'
      totalCount: number
      nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type RemoveGroupMemberMutationVariables = Exact<{
  input: RemoveGroupMemberInput
}>

export type RemoveGroupMemberMutation = {
  __typename?: 'Mutation'
  removeGroupMember: {
    __typename?: 'Group'
    id: string
    name: string
    members: {
      __typename?: 'GroupMemberConnection'
      totalCount: number
      nodes: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type DocumentRowFragment = {
  __typename?: 'Document'
  id: string
  title: string
  fileType: string
  documentType: DocumentType
  role: Role
  canEdit: boolean
  isFavourite: boolean
  size: number
  updatedAt: string
  downloadUrl: string
  previewUrl?: string | null
  owner: { __typename?: 'UserReference'; id: string; name: string }
  version: { __typename?: 'Version'; id: string; number: number }
  participants: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
  saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
}

export type FolderRowFragment = {
  __typename?: 'Folder'
  id: string
  name: string
  role: Role
  isFavourite: boolean
  updatedAt: string
}

export type LibraryFolderQueryVariables = Exact<{
  id?: InputMaybe<Scalars['ID']['input']>
  offset?: InputMaybe<Scalars['Int']['input']>
}>

export type LibraryFolderQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  folder: {
    __typename?: 'Folder'
    id: string
    name: string
    role: Role
    path: Array<{ __typename?: 'FolderReference'; id: string; name: string }>
    children: {
      __typename?: 'NodeConnection'
      totalCount: number
      nodes: Array<
        | {
            __typename?: 'Document'
            id: string
            title: string
            fileType: string
            documentType: DocumentType
            role: Role
            canEdit: boolean
            isFavourite: boolean
            size: number
            updatedAt: string
            downloadUrl: string
            previewUrl?: string | null
            owner: { __typename?: 'UserReference'; id: string; name: string }
            version: { __typename?: 'Version'; id: string; number: number }
            participants: Array<{
              __typename?: 'UserReference'
              id: string
              name: string
              pictureUrl?: string | null
            }>
            saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
          }
        | {
            __typename?: 'Folder'
            id: string
            name: string
            role: Role
            isFavourite: boolean
            updatedAt: string
          }
      >
    }
  }
}

export type CreateDocumentMutationVariables = Exact<{
  input: CreateDocumentInput
}>

export type CreateDocumentMutation = {
  __typename?: 'Mutation'
  createDocument: { __typename?: 'Document'; id: string; title: string }
}

export type CreateFolderMutationVariables = Exact<{
  input: CreateFolderInput
}>

export type CreateFolderMutation = {
  __typename?: 'Mutation'
  createFolder: { __typename?: 'Folder'; id: string; name: string }
}

export type RenameNodeMutationVariables = Exact<{
  input: RenameNodeInput
}>

export type RenameNodeMutation = {
  __typename?: 'Mutation'
  renameNode:
    | { __typename?: 'Document'; id: string; title: string }
    | { __typename?: 'Folder'; id: string; name: string }
}

export type FolderChoicesQueryVariables = Exact<{
  id?: InputMaybe<Scalars['ID']['input']>
}>

export type FolderChoicesQuery = {
  __typename?: 'Query'
  folder: {
    __typename?: 'Folder'
    id: string
    name: string
    role: Role
    parent?: { __typename?: 'Folder'; id: string } | null
    children: {
      __typename?: 'NodeConnection'
      nodes: Array<
        | { __typename?: 'Document' }
        | {
            __typename?: 'Folder'
            id: string
            name: string
            role: Role
            isFavourite: boolean
            updatedAt: string
          }
      >
    }
  }
}

export type MoveNodesMutationVariables = Exact<{
  input: NodesIntoFolderInput
}>

export type MoveNodesMutation = {
  __typename?: 'Mutation'
  moveNodes: Array<{ __typename: 'Document' } | { __typename: 'Folder' }>
}

export type CopyNodesMutationVariables = Exact<{
  input: NodesIntoFolderInput
}>

export type CopyNodesMutation = {
  __typename?: 'Mutation'
  copyNodes: Array<{ __typename?: 'Document'; id: string } | { __typename?: 'Folder'; id: string }>
}

export type DeleteNodesMutationVariables = Exact<{
  input: DeleteNodesInput
}>

export type DeleteNodesMutation = { __typename?: 'Mutation'; deleteNodes: boolean }

export type RestoreNodesMutationVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input']
}>

export type RestoreNodesMutation = {
  __typename?: 'Mutation'
  restoreNodes: Array<{ __typename: 'Document' } | { __typename: 'Folder' }>
}

export type FavouritesQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type FavouritesQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  page: {
    __typename?: 'CollectionConnection'
    totalCount: number
    nodes: Array<
      | {
          __typename?: 'Document'
          id: string
          title: string
          fileType: string
          documentType: DocumentType
          role: Role
          canEdit: boolean
          isFavourite: boolean
          size: number
          updatedAt: string
          downloadUrl: string
          previewUrl?: string | null
          owner: { __typename?: 'UserReference'; id: string; name: string }
          version: { __typename?: 'Version'; id: string; number: number }
          participants: Array<{
            __typename?: 'UserReference'
            id: string
            name: string
            pictureUrl?: string | null
          }>
          saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
        }
      | {
          __typename?: 'Folder'
          id: string
          name: string
          role: Role
          isFavourite: boolean
          updatedAt: string
        }
    >
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type RecentDocumentsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type RecentDocumentsQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  page: {
    __typename?: 'CollectionConnection'
    totalCount: number
    nodes: Array<
      | {
          __typename?: 'Document'
          id: string
          title: string
          fileType: string
          documentType: DocumentType
          role: Role
          canEdit: boolean
          isFavourite: boolean
          size: number
          updatedAt: string
          downloadUrl: string
          previewUrl?: string | null
          owner: { __typename?: 'UserReference'; id: string; name: string }
          version: { __typename?: 'Version'; id: string; number: number }
          participants: Array<{
            __typename?: 'UserReference'
            id: string
            name: string
            pictureUrl?: string | null
          }>
          saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
        }
      | {
          __typename?: 'Folder'
          id: string
          name: string
          role: Role
          isFavourite: boolean
          updatedAt: string
        }
    >
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type SharedWithMeQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type SharedWithMeQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  page: {
    __typename?: 'CollectionConnection'
    totalCount: number
    nodes: Array<
      | {
          __typename?: 'Document'
          id: string
          title: string
          fileType: string
          documentType: DocumentType
          role: Role
          canEdit: boolean
          isFavourite: boolean
          size: number
          updatedAt: string
          downloadUrl: string
          previewUrl?: string | null
          owner: { __typename?: 'UserReference'; id: string; name: string }
          version: { __typename?: 'Version'; id: string; number: number }
          participants: Array<{
            __typename?: 'UserReference'
            id: string
            name: string
            pictureUrl?: string | null
          }>
          saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
        }
      | {
          __typename?: 'Folder'
          id: string
          name: string
          role: Role
          isFavourite: boolean
          updatedAt: string
        }
    >
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type SetFavouriteMutationVariables = Exact<{
  input: SetFavouriteInput
}>

export type SetFavouriteMutation = {
  __typename?: 'Mutation'
  setFavourite: { __typename: 'Document' } | { __typename: 'Folder' }
}

export type DocumentDetailsQueryVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type DocumentDetailsQuery = {
  __typename?: 'Query'
  document: {
    __typename?: 'Document'
    createdAt: string
    id: string
    title: string
    fileType: string
    documentType: DocumentType
    role: Role
    canEdit: boolean
    isFavourite: boolean
    size: number
    updatedAt: string
    downloadUrl: string
    previewUrl?: string | null
    folder: { __typename?: 'FolderReference'; id: string; name: string }
    owner: { __typename?: 'UserReference'; id: string; name: string }
    version: { __typename?: 'Version'; id: string; number: number }
    participants: Array<{
      __typename?: 'UserReference'
      id: string
      name: string
      pictureUrl?: string | null
    }>
    saveProblem?: { __typename?: 'SaveProblem'; message: string; happenedAt: string } | null
  }
}

export type FolderDetailsQueryVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type FolderDetailsQuery = {
  __typename?: 'Query'
  folder: {
    __typename?: 'Folder'
    createdAt: string
    id: string
    name: string
    role: Role
    isFavourite: boolean
    updatedAt: string
    storage?: {
      __typename?: 'Storage'
      id: string
      name: string
      usedBytes: number
      quotaBytes?: number | null
      isOwnQuota: boolean
    } | null
    path: Array<{ __typename?: 'FolderReference'; id: string; name: string }>
    children: { __typename?: 'NodeConnection'; totalCount: number }
  }
}

export type ConversionChoicesQueryVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type ConversionChoicesQuery = {
  __typename?: 'Query'
  root: { __typename?: 'Folder'; id: string }
  document: {
    __typename?: 'Document'
    conversions: Array<string>
    downloadUrl: string
    folder: { __typename?: 'FolderReference'; id: string; name: string }
  }
}

export type FolderRoleQueryVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type FolderRoleQuery = { __typename?: 'Query'; folder: { __typename?: 'Folder'; role: Role } }

export type ConvertDocumentMutationVariables = Exact<{
  input: ConvertDocumentInput
}>

export type ConvertDocumentMutation = {
  __typename?: 'Mutation'
  convertDocument: { __typename?: 'Document'; id: string; title: string }
}

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never }>

export type UnreadNotificationsQuery = { __typename?: 'Query'; unreadNotificationCount: number }

export type NotificationRowFragment = {
  __typename?: 'Notification'
  id: string
  kind: NotificationKind
  nodeId?: string | null
  nodeType?: string | null
  title: string
  text: string
  place?: string | null
  role?: Role | null
  createdAt: string
  isRead: boolean
  actor?: { __typename?: 'UserReference'; id: string; name: string } | null
}

export type NotificationsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type NotificationsQuery = {
  __typename?: 'Query'
  notifications: {
    __typename?: 'NotificationConnection'
    nodes: Array<{
      __typename?: 'Notification'
      id: string
      kind: NotificationKind
      nodeId?: string | null
      nodeType?: string | null
      title: string
      text: string
      place?: string | null
      role?: Role | null
      createdAt: string
      isRead: boolean
      actor?: { __typename?: 'UserReference'; id: string; name: string } | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type MarkNotificationsReadMutationVariables = Exact<{
  ids?: InputMaybe<Array<Scalars['ID']['input']> | Scalars['ID']['input']>
}>

export type MarkNotificationsReadMutation = { __typename?: 'Mutation'; markNotificationsRead: number }

export type MentionCandidatesQueryVariables = Exact<{
  documentId: Scalars['ID']['input']
  search: Scalars['String']['input']
}>

export type MentionCandidatesQuery = {
  __typename?: 'Query'
  mentionCandidates: Array<{ __typename?: 'MentionCandidate'; id: string; name: string; email: string }>
}

export type MentionPeopleMutationVariables = Exact<{
  input: MentionInput
}>

export type MentionPeopleMutation = { __typename?: 'Mutation'; mentionPeople: Array<string> }

export type PersonRowFragment = {
  __typename?: 'Person'
  id: string
  name: string
  email?: string | null
  siteRole: SiteRole
  status: PersonStatus
  lastSeenAt?: string | null
  pictureUrl?: string | null
}

export type PeopleQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>
  after?: InputMaybe<Scalars['String']['input']>
}>

export type PeopleQuery = {
  __typename?: 'Query'
  people: {
    __typename?: 'PersonConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Person'
      id: string
      name: string
      email?: string | null
      siteRole: SiteRole
      status: PersonStatus
      lastSeenAt?: string | null
      pictureUrl?: string | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput
}>

export type InvitePersonMutation = {
  __typename?: 'Mutation'
  invitePerson: {
    __typename?: 'PasswordLink'
    url: string
    isMailed: boolean
    person: {
      __typename?: 'Person'
      id: string
      name: string
      email?: string | null
      siteRole: SiteRole
      status: PersonStatus
      lastSeenAt?: string | null
      pictureUrl?: string | null
    }
  }
}

export type CreatePasswordLinkMutationVariables = Exact<{
  personId: Scalars['ID']['input']
}>

export type CreatePasswordLinkMutation = {
  __typename?: 'Mutation'
  createPasswordLink: {
    __typename?: 'PasswordLink'
    url: string
    isMailed: boolean
    person: {
      __typename?: 'Person'
      id: string
      name: string
      email?: string | null
      siteRole: SiteRole
      status: PersonStatus
      lastSeenAt?: string | null
      pictureUrl?: string | null
    }
  }
}

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput
}>

export type UpdatePersonMutation = {
  __typename?: 'Mutation'
  updatePerson: {
    __typename?: 'Person'
    id: string
    name: string
    email?: string | null
    siteRole: SiteRole
    status: PersonStatus
    lastSeenAt?: string | null
    pictureUrl?: string | null
  }
}

export type SignOutPersonMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type SignOutPersonMutation = { __typename?: 'Mutation'; signOutPerson: boolean }

export type SearchQueryVariables = Exact<{
  input: SearchInput
  text: Scalars['String']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type SearchQuery = {
  __typename?: 'Query'
  search: {
    __typename?: 'SearchConnection'
    nodes: Array<
      | {
          __typename?: 'Document'
          id: string
          title: string
          fileType: string
          documentType: DocumentType
          updatedAt: string
          excerpt?: Array<{ __typename?: 'ExcerptPart'; text: string; isHit: boolean }> | null
          folder: { __typename?: 'FolderReference'; id: string; name: string }
          owner: { __typename?: 'UserReference'; id: string; name: string }
        }
      | { __typename?: 'Folder'; id: string; name: string; updatedAt: string }
    >
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type ShareLinkRowFragment = {
  __typename?: 'ShareLink'
  id: string
  role: Role
  url: string
  createdAt: string
  expiresAt?: string | null
  mayDownload: boolean
  hasPassword: boolean
  createdBy: { __typename?: 'UserReference'; id: string; name: string }
}

export type ShareLinksQueryVariables = Exact<{
  nodeId: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type ShareLinksQuery = {
  __typename?: 'Query'
  shareLinks: {
    __typename?: 'ShareLinkConnection'
    nodes: Array<{
      __typename?: 'ShareLink'
      id: string
      role: Role
      url: string
      createdAt: string
      expiresAt?: string | null
      mayDownload: boolean
      hasPassword: boolean
      createdBy: { __typename?: 'UserReference'; id: string; name: string }
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type CreateShareLinkMutationVariables = Exact<{
  input: CreateShareLinkInput
}>

export type CreateShareLinkMutation = {
  __typename?: 'Mutation'
  createShareLink: {
    __typename?: 'CreatedShareLink'
    url: string
    link: {
      __typename?: 'ShareLink'
      id: string
      role: Role
      url: string
      createdAt: string
      expiresAt?: string | null
      mayDownload: boolean
      hasPassword: boolean
      createdBy: { __typename?: 'UserReference'; id: string; name: string }
    }
  }
}

export type DeleteShareLinkMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type DeleteShareLinkMutation = { __typename?: 'Mutation'; deleteShareLink: boolean }

export type ShareLinkPreviewQueryVariables = Exact<{
  token: Scalars['String']['input']
}>

export type ShareLinkPreviewQuery = {
  __typename?: 'Query'
  shareLinkPreview: {
    __typename?: 'ShareLinkPreview'
    title?: string | null
    role: Role
    invitedBy: string
    needsName: boolean
    needsPassword: boolean
  }
}

export type JoinShareLinkMutationVariables = Exact<{
  input: JoinShareLinkInput
}>

export type JoinShareLinkMutation = {
  __typename?: 'Mutation'
  joinShareLink: { __typename?: 'Document'; id: string } | { __typename?: 'Folder'; id: string }
}

export type GrantRowFragment = {
  __typename?: 'Grant'
  id: string
  role: Role
  everyone: boolean
  isByLink: boolean
  mayDownload: boolean
  user?: { __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null } | null
  group?: { __typename?: 'GroupReference'; id: string; name: string } | null
  source: { __typename?: 'FolderReference'; id: string; name: string }
}

export type GrantsQueryVariables = Exact<{
  nodeId: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type GrantsQuery = {
  __typename?: 'Query'
  studentRole?: Role | null
  grants: {
    __typename?: 'GrantConnection'
    nodes: Array<{
      __typename?: 'Grant'
      id: string
      role: Role
      everyone: boolean
      isByLink: boolean
      mayDownload: boolean
      user?: { __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null } | null
      group?: { __typename?: 'GroupReference'; id: string; name: string } | null
      source: { __typename?: 'FolderReference'; id: string; name: string }
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type SetGrantMutationVariables = Exact<{
  input: SetGrantInput
}>

export type SetGrantMutation = { __typename?: 'Mutation'; setGrant: { __typename?: 'Grant'; id: string } }

export type RemoveGrantMutationVariables = Exact<{
  id: Scalars['ID']['input']
}>

export type RemoveGrantMutation = { __typename?: 'Mutation'; removeGrant: boolean }

export type ShareCandidatesQueryVariables = Exact<{
  search: Scalars['String']['input']
}>

export type ShareCandidatesQuery = {
  __typename?: 'Query'
  shareCandidates: {
    __typename?: 'ShareCandidates'
    users: Array<{ __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null }>
    groups: Array<{ __typename?: 'GroupReference'; id: string; name: string }>
  }
}

export type EffectiveAccessQueryVariables = Exact<{
  nodeId: Scalars['ID']['input']
  userId: Scalars['ID']['input']
}>

export type EffectiveAccessQuery = {
  __typename?: 'Query'
  effectiveAccess: {
    __typename?: 'EffectiveAccess'
    role?: Role | null
    mayDownload: boolean
    isAdministrator: boolean
    grant?: {
      __typename?: 'Grant'
      id: string
      role: Role
      everyone: boolean
      isByLink: boolean
      mayDownload: boolean
      user?: { __typename?: 'UserReference'; id: string; name: string; pictureUrl?: string | null } | null
      group?: { __typename?: 'GroupReference'; id: string; name: string } | null
      source: { __typename?: 'FolderReference'; id: string; name: string }
    } | null
  }
}

export type SpaceRowFragment = {
  __typename?: 'Folder'
  id: string
  name: string
  role: Role
  updatedAt: string
}

export type SpacesQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type SpacesQuery = {
  __typename?: 'Query'
  spaces: {
    __typename?: 'SpaceConnection'
    totalCount: number
    nodes: Array<{ __typename?: 'Folder'; id: string; name: string; role: Role; updatedAt: string }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type CreateSpaceMutationVariables = Exact<{
  name: Scalars['String']['input']
  studentRole?: InputMaybe<Role>
}>

export type CreateSpaceMutation = {
  __typename?: 'Mutation'
  createSpace: { __typename?: 'Folder'; id: string; name: string; role: Role; updatedAt: string }
}

export type StorageRowFragment = {
  __typename?: 'Storage'
  id: string
  name: string
  usedBytes: number
  quotaBytes?: number | null
  isOwnQuota: boolean
}

export type MyStorageQueryVariables = Exact<{ [key: string]: never }>

export type MyStorageQuery = {
  __typename?: 'Query'
  myStorage: {
    __typename?: 'Storage'
    id: string
    name: string
    usedBytes: number
    quotaBytes?: number | null
    isOwnQuota: boolean
  }
}

export type StoragePageFragment = {
  __typename?: 'StorageConnection'
  totalCount: number
  nodes: Array<{
    __typename?: 'Storage'
    id: string
    name: string
    usedBytes: number
    quotaBytes?: number | null
    isOwnQuota: boolean
  }>
  pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
}

export type StorageOfSpacesQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type StorageOfSpacesQuery = {
  __typename?: 'Query'
  page: {
    __typename?: 'StorageConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Storage'
      id: string
      name: string
      usedBytes: number
      quotaBytes?: number | null
      isOwnQuota: boolean
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type StorageOfPeopleQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type StorageOfPeopleQuery = {
  __typename?: 'Query'
  page: {
    __typename?: 'StorageConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'Storage'
      id: string
      name: string
      usedBytes: number
      quotaBytes?: number | null
      isOwnQuota: boolean
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type SetQuotaMutationVariables = Exact<{
  input: SetQuotaInput
}>

export type SetQuotaMutation = { __typename?: 'Mutation'; setQuota: boolean }

export type TemplateCardFragment = {
  __typename?: 'Template'
  id: string
  name: string
  fileType: string
  documentType: DocumentType
  previewUrl?: string | null
  place?: string | null
}

export type TemplatesQueryVariables = Exact<{
  folderId: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type TemplatesQuery = {
  __typename?: 'Query'
  templates: {
    __typename?: 'TemplateConnection'
    nodes: Array<{
      __typename?: 'Template'
      id: string
      name: string
      fileType: string
      documentType: DocumentType
      previewUrl?: string | null
      place?: string | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type CreateFromTemplateMutationVariables = Exact<{
  input: CreateFromTemplateInput
}>

export type CreateFromTemplateMutation = {
  __typename?: 'Mutation'
  createFromTemplate: { __typename?: 'Document'; id: string }
}

export type TrashQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>
}>

export type TrashQuery = {
  __typename?: 'Query'
  trashRetentionDays: number
  trash: {
    __typename?: 'TrashEntryConnection'
    totalCount: number
    nodes: Array<{
      __typename?: 'TrashEntry'
      id: string
      name: string
      documentType?: DocumentType | null
      deletedAt: string
      deletedBy?: { __typename?: 'UserReference'; id: string; name: string } | null
      folder?: { __typename?: 'FolderReference'; id: string; name: string } | null
    }>
    pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
  }
}

export type RestoreFromTrashMutationVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input']
}>

export type RestoreFromTrashMutation = {
  __typename?: 'Mutation'
  restoreNodes: Array<{ __typename: 'Document' } | { __typename: 'Folder' }>
}

export type DeleteForeverMutationVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input']
}>

export type DeleteForeverMutation = { __typename?: 'Mutation'; deleteForever: boolean }

export type EmptyTrashMutationVariables = Exact<{ [key: string]: never }>

export type EmptyTrashMutation = { __typename?: 'Mutation'; emptyTrash: number }

export type VersionRowFragment = {
  __typename?: 'Version'
  id: string
  number: number
  name?: string | null
  isPinned: boolean
  size: number
  cause: VersionCause
  createdAt: string
  downloadUrl: string
  author?: { __typename?: 'UserReference'; id: string; name: string } | null
}

export type DocumentVersionsQueryVariables = Exact<{
  id: Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
}>

export type DocumentVersionsQuery = {
  __typename?: 'Query'
  document: {
    __typename?: 'Document'
    id: string
    title: string
    documentType: DocumentType
    canEdit: boolean
    role: Role
    version: { __typename?: 'Version'; id: string }
    versions: {
      __typename?: 'VersionConnection'
      nodes: Array<{
        __typename?: 'Version'
        id: string
        number: number
        name?: string | null
        isPinned: boolean
        size: number
        cause: VersionCause
        createdAt: string
        downloadUrl: string
        author?: { __typename?: 'UserReference'; id: string; name: string } | null
      }>
      pageInfo: { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }
    }
  }
}

export type VersionDifferenceQueryVariables = Exact<{
  documentId: Scalars['ID']['input']
  fromId: Scalars['ID']['input']
  toId: Scalars['ID']['input']
}>

export type VersionDifferenceQuery = {
  __typename?: 'Query'
  versionDifference: {
    __typename?: 'VersionDifference'
    isIdentical: boolean
    isTruncated: boolean
    parts: Array<{
      __typename?: 'PartDifference'
      kind: DocumentPartKind
      title?: string | null
      state: DocumentPartState
      rows: Array<{
        __typename?: 'DifferenceRow'
        kind: DifferenceRowKind
        place?: string | null
        hiddenCount: number
        before: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
        after: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
      }>
    }>
  }
}

export type ComparedPartFragment = {
  __typename?: 'PartDifference'
  kind: DocumentPartKind
  title?: string | null
  state: DocumentPartState
  rows: Array<{
    __typename?: 'DifferenceRow'
    kind: DifferenceRowKind
    place?: string | null
    hiddenCount: number
    before: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
    after: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
  }>
}

export type ComparedRowFragment = {
  __typename?: 'DifferenceRow'
  kind: DifferenceRowKind
  place?: string | null
  hiddenCount: number
  before: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
  after: Array<{ __typename?: 'TextPiece'; text: string; isChanged: boolean }>
}

export type RestoreVersionMutationVariables = Exact<{
  input: RestoreVersionInput
}>

export type RestoreVersionMutation = {
  __typename?: 'Mutation'
  restoreVersion: {
    __typename?: 'Document'
    id: string
    version: { __typename?: 'Version'; id: string; number: number }
  }
}

export type DeleteVersionMutationVariables = Exact<{
  input: DeleteVersionInput
}>

export type DeleteVersionMutation = {
  __typename?: 'Mutation'
  deleteVersion: { __typename?: 'Document'; id: string }
}

export type MarkVersionMutationVariables = Exact<{
  input: MarkVersionInput
}>

export type MarkVersionMutation = {
  __typename?: 'Mutation'
  markVersion: {
    __typename?: 'Version'
    id: string
    number: number
    name?: string | null
    isPinned: boolean
    size: number
    cause: VersionCause
    createdAt: string
    downloadUrl: string
    author?: { __typename?: 'UserReference'; id: string; name: string } | null
  }
}

export type ChangesSubscriptionVariables = Exact<{
  nodeIds: Array<Scalars['ID']['input']> | Scalars['ID']['input']
  after?: InputMaybe<Scalars['String']['input']>
  lists?: InputMaybe<Array<LiveList> | LiveList>
}>

export type ChangesSubscription = {
  __typename?: 'Subscription'
  changes: {
    __typename?: 'Changes'
    position: string
    isStart: boolean
    own: Array<OwnAspect>
    lists: Array<LiveList>
    nodes: Array<{ __typename?: 'NodeChange'; nodeId: string; aspects: Array<ChangeAspect> }>
  }
}

export type PageEndFragment = { __typename?: 'PageInfo'; endCursor?: string | null; hasNextPage: boolean }

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>
  private value: string
  public __meta__?: Record<string, any> | undefined

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value)
    this.value = value
    this.__meta__ = __meta__
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value
  }
}
export const SessionRowFragmentDoc = new TypedDocumentString(
  `
    fragment SessionRow on Session {
  id
  userAgent
  address
  createdAt
  lastSeenAt
  isCurrent
}
    `,
  { fragmentName: 'SessionRow' },
) as unknown as TypedDocumentString<SessionRowFragment, unknown>
export const ApiTokenRowFragmentDoc = new TypedDocumentString(
  `
    fragment ApiTokenRow on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}
    `,
  { fragmentName: 'ApiTokenRow' },
) as unknown as TypedDocumentString<ApiTokenRowFragment, unknown>
export const ActivityRowFragmentDoc = new TypedDocumentString(
  `
    fragment ActivityRow on Activity {
  id
  action
  nodeId
  nodeName
  isFolder
  previousName
  subject
  role
  createdAt
  actor {
    id
    name
  }
}
    `,
  { fragmentName: 'ActivityRow' },
) as unknown as TypedDocumentString<ActivityRowFragment, unknown>
export const ActivityPageFragmentDoc = new TypedDocumentString(
  `
    fragment ActivityPage on ActivityConnection {
  nodes {
    ...ActivityRow
  }
  pageInfo {
    endCursor
    hasNextPage
  }
  totalCount
}
    fragment ActivityRow on Activity {
  id
  action
  nodeId
  nodeName
  isFolder
  previousName
  subject
  role
  createdAt
  actor {
    id
    name
  }
}`,
  { fragmentName: 'ActivityPage' },
) as unknown as TypedDocumentString<ActivityPageFragment, unknown>
export const ViewerFragmentDoc = new TypedDocumentString(
  `
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}
    `,
  { fragmentName: 'Viewer' },
) as unknown as TypedDocumentString<ViewerFragment, unknown>
export const PageEndFragmentDoc = new TypedDocumentString(
  `
    fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}
    `,
  { fragmentName: 'PageEnd' },
) as unknown as TypedDocumentString<PageEndFragment, unknown>
export const GroupMembersFragmentDoc = new TypedDocumentString(
  `
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
    fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`,
  { fragmentName: 'GroupMembers' },
) as unknown as TypedDocumentString<GroupMembersFragment, unknown>
export const GroupRowFragmentDoc = new TypedDocumentString(
  `
    fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`,
  { fragmentName: 'GroupRow' },
) as unknown as TypedDocumentString<GroupRowFragment, unknown>
export const DocumentRowFragmentDoc = new TypedDocumentString(
  `
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}
    `,
  { fragmentName: 'DocumentRow' },
) as unknown as TypedDocumentString<DocumentRowFragment, unknown>
export const FolderRowFragmentDoc = new TypedDocumentString(
  `
    fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}
    `,
  { fragmentName: 'FolderRow' },
) as unknown as TypedDocumentString<FolderRowFragment, unknown>
export const NotificationRowFragmentDoc = new TypedDocumentString(
  `
    fragment NotificationRow on Notification {
  id
  kind
  nodeId
  nodeType
  title
  text
  place
  role
  createdAt
  isRead
  actor {
    id
    name
  }
}
    `,
  { fragmentName: 'NotificationRow' },
) as unknown as TypedDocumentString<NotificationRowFragment, unknown>
export const PersonRowFragmentDoc = new TypedDocumentString(
  `
    fragment PersonRow on Person {
  id
  name
  email
  siteRole
  status
  lastSeenAt
  pictureUrl
}
    `,
  { fragmentName: 'PersonRow' },
) as unknown as TypedDocumentString<PersonRowFragment, unknown>
export const ShareLinkRowFragmentDoc = new TypedDocumentString(
  `
    fragment ShareLinkRow on ShareLink {
  id
  role
  url
  createdAt
  expiresAt
  mayDownload
  hasPassword
  createdBy {
    id
    name
  }
}
    `,
  { fragmentName: 'ShareLinkRow' },
) as unknown as TypedDocumentString<ShareLinkRowFragment, unknown>
export const GrantRowFragmentDoc = new TypedDocumentString(
  `
    fragment GrantRow on Grant {
  id
  role
  everyone
  isByLink
  mayDownload
  user {
    id
    name
    pictureUrl
  }
  group {
    id
    name
  }
  source {
    id
    name
  }
}
    `,
  { fragmentName: 'GrantRow' },
) as unknown as TypedDocumentString<GrantRowFragment, unknown>
export const SpaceRowFragmentDoc = new TypedDocumentString(
  `
    fragment SpaceRow on Folder {
  id
  name
  role
  updatedAt
}
    `,
  { fragmentName: 'SpaceRow' },
) as unknown as TypedDocumentString<SpaceRowFragment, unknown>
export const StorageRowFragmentDoc = new TypedDocumentString(
  `
    fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}
    `,
  { fragmentName: 'StorageRow' },
) as unknown as TypedDocumentString<StorageRowFragment, unknown>
export const StoragePageFragmentDoc = new TypedDocumentString(
  `
    fragment StoragePage on StorageConnection {
  totalCount
  nodes {
    ...StorageRow
  }
  pageInfo {
    ...PageEnd
  }
}
    fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`,
  { fragmentName: 'StoragePage' },
) as unknown as TypedDocumentString<StoragePageFragment, unknown>
export const TemplateCardFragmentDoc = new TypedDocumentString(
  `
    fragment TemplateCard on Template {
  id
  name
  fileType
  documentType
  previewUrl
  place
}
    `,
  { fragmentName: 'TemplateCard' },
) as unknown as TypedDocumentString<TemplateCardFragment, unknown>
export const VersionRowFragmentDoc = new TypedDocumentString(
  `
    fragment VersionRow on Version {
  id
  number
  name
  isPinned
  size
  cause
  author {
    id
    name
  }
  createdAt
  downloadUrl
}
    `,
  { fragmentName: 'VersionRow' },
) as unknown as TypedDocumentString<VersionRowFragment, unknown>
export const ComparedRowFragmentDoc = new TypedDocumentString(
  `
    fragment ComparedRow on DifferenceRow {
  kind
  place
  hiddenCount
  before {
    text
    isChanged
  }
  after {
    text
    isChanged
  }
}
    `,
  { fragmentName: 'ComparedRow' },
) as unknown as TypedDocumentString<ComparedRowFragment, unknown>
export const ComparedPartFragmentDoc = new TypedDocumentString(
  `
    fragment ComparedPart on PartDifference {
  kind
  title
  state
  rows {
    ...ComparedRow
  }
}
    fragment ComparedRow on DifferenceRow {
  kind
  place
  hiddenCount
  before {
    text
    isChanged
  }
  after {
    text
    isChanged
  }
}`,
  { fragmentName: 'ComparedPart' },
) as unknown as TypedDocumentString<ComparedPartFragment, unknown>
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($after: String) {
  sessions(first: 500, after: $after) {
    nodes {
      ...SessionRow
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment SessionRow on Session {
  id
  userAgent
  address
  createdAt
  lastSeenAt
  isCurrent
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>
export const SignOutEverywhereDocument = new TypedDocumentString(`
    mutation SignOutEverywhere {
  signOutEverywhere
}
    `) as unknown as TypedDocumentString<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens($after: String) {
  apiTokens(first: 500, after: $after) {
    nodes {
      ...ApiTokenRow
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment ApiTokenRow on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    token
    apiToken {
      ...ApiTokenRow
    }
  }
}
    fragment ApiTokenRow on ApiToken {
  id
  name
  scopes
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>
export const DeleteApiTokenDocument = new TypedDocumentString(`
    mutation DeleteApiToken($id: ID!) {
  deleteApiToken(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteApiTokenMutation, DeleteApiTokenMutationVariables>
export const SetPictureDocument = new TypedDocumentString(`
    mutation SetPicture($data: String!) {
  setPicture(data: $data) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<SetPictureMutation, SetPictureMutationVariables>
export const RemovePictureDocument = new TypedDocumentString(`
    mutation RemovePicture {
  removePicture {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<RemovePictureMutation, RemovePictureMutationVariables>
export const MutedMailDocument = new TypedDocumentString(`
    query MutedMail {
  mutedMail
}
    `) as unknown as TypedDocumentString<MutedMailQuery, MutedMailQueryVariables>
export const MuteMailDocument = new TypedDocumentString(`
    mutation MuteMail($kinds: [NotificationKind!]!) {
  muteMail(kinds: $kinds)
}
    `) as unknown as TypedDocumentString<MuteMailMutation, MuteMailMutationVariables>
export const NodeActivityDocument = new TypedDocumentString(`
    query NodeActivity($id: ID!, $after: String) {
  activity(nodeId: $id, first: 10, after: $after) {
    ...ActivityPage
  }
}
    fragment ActivityRow on Activity {
  id
  action
  nodeId
  nodeName
  isFolder
  previousName
  subject
  role
  createdAt
  actor {
    id
    name
  }
}
fragment ActivityPage on ActivityConnection {
  nodes {
    ...ActivityRow
  }
  pageInfo {
    endCursor
    hasNextPage
  }
  totalCount
}`) as unknown as TypedDocumentString<NodeActivityQuery, NodeActivityQueryVariables>
export const SiteActivityDocument = new TypedDocumentString(`
    query SiteActivity($filter: ActivityFilterInput!, $after: String) {
  activities(filter: $filter, first: 50, after: $after) {
    ...ActivityPage
  }
}
    fragment ActivityRow on Activity {
  id
  action
  nodeId
  nodeName
  isFolder
  previousName
  subject
  role
  createdAt
  actor {
    id
    name
  }
}
fragment ActivityPage on ActivityConnection {
  nodes {
    ...ActivityRow
  }
  pageInfo {
    endCursor
    hasNextPage
  }
  totalCount
}`) as unknown as TypedDocumentString<SiteActivityQuery, SiteActivityQueryVariables>
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    ...Viewer
  }
  singleSignOn {
    label
    url
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!) {
  signInWithLink(token: $token) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>
export const SignOutUrlDocument = new TypedDocumentString(`
    query SignOutUrl {
  signOutUrl
}
    `) as unknown as TypedDocumentString<SignOutUrlQuery, SignOutUrlQueryVariables>
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>
export const PasswordLinkPreviewDocument = new TypedDocumentString(`
    query PasswordLinkPreview($token: String!) {
  passwordLinkPreview(token: $token) {
    name
    email
    isInvitation
  }
}
    `) as unknown as TypedDocumentString<PasswordLinkPreviewQuery, PasswordLinkPreviewQueryVariables>
export const SetPasswordWithLinkDocument = new TypedDocumentString(`
    mutation SetPasswordWithLink($input: SetPasswordWithLinkInput!) {
  setPasswordWithLink(input: $input) {
    ...Viewer
  }
}
    fragment Viewer on User {
  id
  name
  email
  isAdministrator
  isGuest
  language
  theme
  opensForReading
  pictureUrl
  hasPassword
  hasSingleSignOn
}`) as unknown as TypedDocumentString<SetPasswordWithLinkMutation, SetPasswordWithLinkMutationVariables>
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($email: String!) {
  requestPasswordReset(email: $email)
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>
export const EditorPageDocument = new TypedDocumentString(`
    query EditorPage($id: ID!) {
  root: folder {
    id
  }
  document(id: $id) {
    ...DocumentRow
    canRename
    folder {
      id
      name
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}`) as unknown as TypedDocumentString<EditorPageQuery, EditorPageQueryVariables>
export const EditorConfigDocument = new TypedDocumentString(`
    query EditorConfig($documentId: ID!, $mode: EditorMode!, $device: EditorDevice!, $versionId: ID) {
  editorConfig(
    documentId: $documentId
    mode: $mode
    device: $device
    versionId: $versionId
  ) {
    documentServerUrl
    config
    token
  }
}
    `) as unknown as TypedDocumentString<EditorConfigQuery, EditorConfigQueryVariables>
export const EditorHistoryDocument = new TypedDocumentString(`
    query EditorHistory($documentId: ID!) {
  editorHistory(documentId: $documentId)
}
    `) as unknown as TypedDocumentString<EditorHistoryQuery, EditorHistoryQueryVariables>
export const EditorHistoryDataDocument = new TypedDocumentString(`
    query EditorHistoryData($documentId: ID!, $number: Int!) {
  editorHistoryData(documentId: $documentId, number: $number)
}
    `) as unknown as TypedDocumentString<EditorHistoryDataQuery, EditorHistoryDataQueryVariables>
export const SaveEditorCopyDocument = new TypedDocumentString(`
    mutation SaveEditorCopy($input: SaveEditorCopyInput!) {
  saveEditorCopy(input: $input) {
    id
    title
    folder {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SaveEditorCopyMutation, SaveEditorCopyMutationVariables>
export const GroupsDocument = new TypedDocumentString(`
    query Groups($after: String) {
  groups(first: 30, after: $after) {
    totalCount
    nodes {
      ...GroupRow
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>
export const MoreGroupMembersDocument = new TypedDocumentString(`
    query MoreGroupMembers($id: ID!, $after: String) {
  group(id: $id) {
    id
    members(first: 100, after: $after) {
      ...GroupMembers
    }
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<MoreGroupMembersQuery, MoreGroupMembersQueryVariables>
export const CreateGroupDocument = new TypedDocumentString(`
    mutation CreateGroup($name: String!) {
  createGroup(name: $name) {
    ...GroupRow
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<CreateGroupMutation, CreateGroupMutationVariables>
export const RenameGroupDocument = new TypedDocumentString(`
    mutation RenameGroup($input: RenameGroupInput!) {
  renameGroup(input: $input) {
    ...GroupRow
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<RenameGroupMutation, RenameGroupMutationVariables>
export const DeleteGroupDocument = new TypedDocumentString(`
    mutation DeleteGroup($id: ID!) {
  deleteGroup(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteGroupMutation, DeleteGroupMutationVariables>
export const AddGroupMembersDocument = new TypedDocumentString(`
    mutation AddGroupMembers($input: AddGroupMembersInput!) {
  addGroupMembers(input: $input) {
    ...GroupRow
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<AddGroupMembersMutation, AddGroupMembersMutationVariables>
export const RemoveGroupMemberDocument = new TypedDocumentString(`
    mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {
  removeGroupMember(input: $input) {
    ...GroupRow
  }
}
    fragment GroupMembers on GroupMemberConnection {
  totalCount
  nodes {
    id
    name
    pictureUrl
  }
  pageInfo {
    ...PageEnd
  }
}
fragment GroupRow on Group {
  id
  name
  members(first: 20) {
    ...GroupMembers
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<RemoveGroupMemberMutation, RemoveGroupMemberMutationVariables>
export const LibraryFolderDocument = new TypedDocumentString(`
    query LibraryFolder($id: ID, $offset: Int) {
  root: folder {
    id
  }
  folder(id: $id) {
    id
    name
    role
    path {
      id
      name
    }
    children(first: 100, offset: $offset) {
      nodes {
        ...DocumentRow
        ...FolderRow
      }
      totalCount
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}
fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}`) as unknown as TypedDocumentString<LibraryFolderQuery, LibraryFolderQueryVariables>
export const CreateDocumentDocument = new TypedDocumentString(`
    mutation CreateDocument($input: CreateDocumentInput!) {
  createDocument(input: $input) {
    id
    title
  }
}
    `) as unknown as TypedDocumentString<CreateDocumentMutation, CreateDocumentMutationVariables>
export const CreateFolderDocument = new TypedDocumentString(`
    mutation CreateFolder($input: CreateFolderInput!) {
  createFolder(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateFolderMutation, CreateFolderMutationVariables>
export const RenameNodeDocument = new TypedDocumentString(`
    mutation RenameNode($input: RenameNodeInput!) {
  renameNode(input: $input) {
    ... on Document {
      id
      title
    }
    ... on Folder {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RenameNodeMutation, RenameNodeMutationVariables>
export const FolderChoicesDocument = new TypedDocumentString(`
    query FolderChoices($id: ID) {
  folder(id: $id) {
    id
    name
    role
    parent {
      id
    }
    children(first: 500) {
      nodes {
        ...FolderRow
      }
    }
  }
}
    fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}`) as unknown as TypedDocumentString<FolderChoicesQuery, FolderChoicesQueryVariables>
export const MoveNodesDocument = new TypedDocumentString(`
    mutation MoveNodes($input: NodesIntoFolderInput!) {
  moveNodes(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<MoveNodesMutation, MoveNodesMutationVariables>
export const CopyNodesDocument = new TypedDocumentString(`
    mutation CopyNodes($input: NodesIntoFolderInput!) {
  copyNodes(input: $input) {
    ... on Document {
      id
    }
    ... on Folder {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CopyNodesMutation, CopyNodesMutationVariables>
export const DeleteNodesDocument = new TypedDocumentString(`
    mutation DeleteNodes($input: DeleteNodesInput!) {
  deleteNodes(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteNodesMutation, DeleteNodesMutationVariables>
export const RestoreNodesDocument = new TypedDocumentString(`
    mutation RestoreNodes($ids: [ID!]!) {
  restoreNodes(ids: $ids) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RestoreNodesMutation, RestoreNodesMutationVariables>
export const FavouritesDocument = new TypedDocumentString(`
    query Favourites($after: String) {
  root: folder {
    id
  }
  page: favourites(after: $after) {
    nodes {
      ...DocumentRow
      ...FolderRow
    }
    totalCount
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}
fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<FavouritesQuery, FavouritesQueryVariables>
export const RecentDocumentsDocument = new TypedDocumentString(`
    query RecentDocuments($after: String) {
  root: folder {
    id
  }
  page: recentDocuments(after: $after) {
    nodes {
      ...DocumentRow
      ...FolderRow
    }
    totalCount
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}
fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<RecentDocumentsQuery, RecentDocumentsQueryVariables>
export const SharedWithMeDocument = new TypedDocumentString(`
    query SharedWithMe($after: String) {
  root: folder {
    id
  }
  page: sharedWithMe(after: $after) {
    nodes {
      ...DocumentRow
      ...FolderRow
    }
    totalCount
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}
fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<SharedWithMeQuery, SharedWithMeQueryVariables>
export const SetFavouriteDocument = new TypedDocumentString(`
    mutation SetFavourite($input: SetFavouriteInput!) {
  setFavourite(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SetFavouriteMutation, SetFavouriteMutationVariables>
export const DocumentDetailsDocument = new TypedDocumentString(`
    query DocumentDetails($id: ID!) {
  document(id: $id) {
    ...DocumentRow
    createdAt
    folder {
      id
      name
    }
  }
}
    fragment DocumentRow on Document {
  id
  title
  fileType
  documentType
  role
  canEdit
  isFavourite
  size
  updatedAt
  downloadUrl
  previewUrl
  owner {
    id
    name
  }
  version {
    id
    number
  }
  participants {
    id
    name
    pictureUrl
  }
  saveProblem {
    message
    happenedAt
  }
}`) as unknown as TypedDocumentString<DocumentDetailsQuery, DocumentDetailsQueryVariables>
export const FolderDetailsDocument = new TypedDocumentString(`
    query FolderDetails($id: ID!) {
  folder(id: $id) {
    ...FolderRow
    createdAt
    storage {
      ...StorageRow
    }
    path {
      id
      name
    }
    children(first: 1) {
      totalCount
    }
  }
}
    fragment FolderRow on Folder {
  id
  name
  role
  isFavourite
  updatedAt
}
fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}`) as unknown as TypedDocumentString<FolderDetailsQuery, FolderDetailsQueryVariables>
export const ConversionChoicesDocument = new TypedDocumentString(`
    query ConversionChoices($id: ID!) {
  root: folder {
    id
  }
  document(id: $id) {
    conversions
    downloadUrl
    folder {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ConversionChoicesQuery, ConversionChoicesQueryVariables>
export const FolderRoleDocument = new TypedDocumentString(`
    query FolderRole($id: ID!) {
  folder(id: $id) {
    role
  }
}
    `) as unknown as TypedDocumentString<FolderRoleQuery, FolderRoleQueryVariables>
export const ConvertDocumentDocument = new TypedDocumentString(`
    mutation ConvertDocument($input: ConvertDocumentInput!) {
  convertDocument(input: $input) {
    id
    title
  }
}
    `) as unknown as TypedDocumentString<ConvertDocumentMutation, ConvertDocumentMutationVariables>
export const UnreadNotificationsDocument = new TypedDocumentString(`
    query UnreadNotifications {
  unreadNotificationCount
}
    `) as unknown as TypedDocumentString<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>
export const NotificationsDocument = new TypedDocumentString(`
    query Notifications($after: String) {
  notifications(first: 30, after: $after) {
    nodes {
      ...NotificationRow
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    fragment NotificationRow on Notification {
  id
  kind
  nodeId
  nodeType
  title
  text
  place
  role
  createdAt
  isRead
  actor {
    id
    name
  }
}`) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>
export const MarkNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkNotificationsRead($ids: [ID!]) {
  markNotificationsRead(ids: $ids)
}
    `) as unknown as TypedDocumentString<
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables
>
export const MentionCandidatesDocument = new TypedDocumentString(`
    query MentionCandidates($documentId: ID!, $search: String!) {
  mentionCandidates(documentId: $documentId, search: $search) {
    id
    name
    email
  }
}
    `) as unknown as TypedDocumentString<MentionCandidatesQuery, MentionCandidatesQueryVariables>
export const MentionPeopleDocument = new TypedDocumentString(`
    mutation MentionPeople($input: MentionInput!) {
  mentionPeople(input: $input)
}
    `) as unknown as TypedDocumentString<MentionPeopleMutation, MentionPeopleMutationVariables>
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String, $after: String) {
  people(search: $search, after: $after) {
    totalCount
    nodes {
      ...PersonRow
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  siteRole
  status
  lastSeenAt
  pictureUrl
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  invitePerson(input: $input) {
    url
    isMailed
    person {
      ...PersonRow
    }
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  siteRole
  status
  lastSeenAt
  pictureUrl
}`) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>
export const CreatePasswordLinkDocument = new TypedDocumentString(`
    mutation CreatePasswordLink($personId: ID!) {
  createPasswordLink(personId: $personId) {
    url
    isMailed
    person {
      ...PersonRow
    }
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  siteRole
  status
  lastSeenAt
  pictureUrl
}`) as unknown as TypedDocumentString<CreatePasswordLinkMutation, CreatePasswordLinkMutationVariables>
export const UpdatePersonDocument = new TypedDocumentString(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    ...PersonRow
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  siteRole
  status
  lastSeenAt
  pictureUrl
}`) as unknown as TypedDocumentString<UpdatePersonMutation, UpdatePersonMutationVariables>
export const SignOutPersonDocument = new TypedDocumentString(`
    mutation SignOutPerson($id: ID!) {
  signOutPerson(id: $id)
}
    `) as unknown as TypedDocumentString<SignOutPersonMutation, SignOutPersonMutationVariables>
export const SearchDocument = new TypedDocumentString(`
    query Search($input: SearchInput!, $text: String!, $after: String) {
  search(input: $input, first: 12, after: $after) {
    nodes {
      ... on Document {
        id
        title
        fileType
        documentType
        updatedAt
        excerpt(text: $text) {
          text
          isHit
        }
        folder {
          id
          name
        }
        owner {
          id
          name
        }
      }
      ... on Folder {
        id
        name
        updatedAt
      }
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>
export const ShareLinksDocument = new TypedDocumentString(`
    query ShareLinks($nodeId: ID!, $after: String) {
  shareLinks(nodeId: $nodeId, first: 500, after: $after) {
    nodes {
      ...ShareLinkRow
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment ShareLinkRow on ShareLink {
  id
  role
  url
  createdAt
  expiresAt
  mayDownload
  hasPassword
  createdBy {
    id
    name
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<ShareLinksQuery, ShareLinksQueryVariables>
export const CreateShareLinkDocument = new TypedDocumentString(`
    mutation CreateShareLink($input: CreateShareLinkInput!) {
  createShareLink(input: $input) {
    url
    link {
      ...ShareLinkRow
    }
  }
}
    fragment ShareLinkRow on ShareLink {
  id
  role
  url
  createdAt
  expiresAt
  mayDownload
  hasPassword
  createdBy {
    id
    name
  }
}`) as unknown as TypedDocumentString<CreateShareLinkMutation, CreateShareLinkMutationVariables>
export const DeleteShareLinkDocument = new TypedDocumentString(`
    mutation DeleteShareLink($id: ID!) {
  deleteShareLink(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteShareLinkMutation, DeleteShareLinkMutationVariables>
export const ShareLinkPreviewDocument = new TypedDocumentString(`
    query ShareLinkPreview($token: String!) {
  shareLinkPreview(token: $token) {
    title
    role
    invitedBy
    needsName
    needsPassword
  }
}
    `) as unknown as TypedDocumentString<ShareLinkPreviewQuery, ShareLinkPreviewQueryVariables>
export const JoinShareLinkDocument = new TypedDocumentString(`
    mutation JoinShareLink($input: JoinShareLinkInput!) {
  joinShareLink(input: $input) {
    ... on Document {
      id
    }
    ... on Folder {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<JoinShareLinkMutation, JoinShareLinkMutationVariables>
export const GrantsDocument = new TypedDocumentString(`
    query Grants($nodeId: ID!, $after: String) {
  grants(nodeId: $nodeId, first: 500, after: $after) {
    nodes {
      ...GrantRow
    }
    pageInfo {
      ...PageEnd
    }
  }
  studentRole(nodeId: $nodeId)
}
    fragment GrantRow on Grant {
  id
  role
  everyone
  isByLink
  mayDownload
  user {
    id
    name
    pictureUrl
  }
  group {
    id
    name
  }
  source {
    id
    name
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<GrantsQuery, GrantsQueryVariables>
export const SetGrantDocument = new TypedDocumentString(`
    mutation SetGrant($input: SetGrantInput!) {
  setGrant(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetGrantMutation, SetGrantMutationVariables>
export const RemoveGrantDocument = new TypedDocumentString(`
    mutation RemoveGrant($id: ID!) {
  removeGrant(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveGrantMutation, RemoveGrantMutationVariables>
export const ShareCandidatesDocument = new TypedDocumentString(`
    query ShareCandidates($search: String!) {
  shareCandidates(search: $search) {
    users {
      id
      name
      pictureUrl
    }
    groups {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ShareCandidatesQuery, ShareCandidatesQueryVariables>
export const EffectiveAccessDocument = new TypedDocumentString(`
    query EffectiveAccess($nodeId: ID!, $userId: ID!) {
  effectiveAccess(nodeId: $nodeId, userId: $userId) {
    role
    mayDownload
    isAdministrator
    grant {
      ...GrantRow
    }
  }
}
    fragment GrantRow on Grant {
  id
  role
  everyone
  isByLink
  mayDownload
  user {
    id
    name
    pictureUrl
  }
  group {
    id
    name
  }
  source {
    id
    name
  }
}`) as unknown as TypedDocumentString<EffectiveAccessQuery, EffectiveAccessQueryVariables>
export const SpacesDocument = new TypedDocumentString(`
    query Spaces($after: String) {
  spaces(after: $after) {
    nodes {
      ...SpaceRow
    }
    totalCount
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment SpaceRow on Folder {
  id
  name
  role
  updatedAt
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<SpacesQuery, SpacesQueryVariables>
export const CreateSpaceDocument = new TypedDocumentString(`
    mutation CreateSpace($name: String!, $studentRole: Role) {
  createSpace(name: $name, studentRole: $studentRole) {
    ...SpaceRow
  }
}
    fragment SpaceRow on Folder {
  id
  name
  role
  updatedAt
}`) as unknown as TypedDocumentString<CreateSpaceMutation, CreateSpaceMutationVariables>
export const MyStorageDocument = new TypedDocumentString(`
    query MyStorage {
  myStorage {
    ...StorageRow
  }
}
    fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}`) as unknown as TypedDocumentString<MyStorageQuery, MyStorageQueryVariables>
export const StorageOfSpacesDocument = new TypedDocumentString(`
    query StorageOfSpaces($after: String) {
  page: storageOfSpaces(first: 100, after: $after) {
    ...StoragePage
  }
}
    fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}
fragment StoragePage on StorageConnection {
  totalCount
  nodes {
    ...StorageRow
  }
  pageInfo {
    ...PageEnd
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<StorageOfSpacesQuery, StorageOfSpacesQueryVariables>
export const StorageOfPeopleDocument = new TypedDocumentString(`
    query StorageOfPeople($after: String) {
  page: storageOfPeople(first: 100, after: $after) {
    ...StoragePage
  }
}
    fragment StorageRow on Storage {
  id
  name
  usedBytes
  quotaBytes
  isOwnQuota
}
fragment StoragePage on StorageConnection {
  totalCount
  nodes {
    ...StorageRow
  }
  pageInfo {
    ...PageEnd
  }
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<StorageOfPeopleQuery, StorageOfPeopleQueryVariables>
export const SetQuotaDocument = new TypedDocumentString(`
    mutation SetQuota($input: SetQuotaInput!) {
  setQuota(input: $input)
}
    `) as unknown as TypedDocumentString<SetQuotaMutation, SetQuotaMutationVariables>
export const TemplatesDocument = new TypedDocumentString(`
    query Templates($folderId: ID!, $after: String) {
  templates(folderId: $folderId, after: $after) {
    nodes {
      ...TemplateCard
    }
    pageInfo {
      ...PageEnd
    }
  }
}
    fragment TemplateCard on Template {
  id
  name
  fileType
  documentType
  previewUrl
  place
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>
export const CreateFromTemplateDocument = new TypedDocumentString(`
    mutation CreateFromTemplate($input: CreateFromTemplateInput!) {
  createFromTemplate(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateFromTemplateMutation, CreateFromTemplateMutationVariables>
export const TrashDocument = new TypedDocumentString(`
    query Trash($after: String) {
  trash(first: 100, after: $after) {
    nodes {
      id
      name
      documentType
      deletedAt
      deletedBy {
        id
        name
      }
      folder {
        id
        name
      }
    }
    totalCount
    pageInfo {
      ...PageEnd
    }
  }
  trashRetentionDays
}
    fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<TrashQuery, TrashQueryVariables>
export const RestoreFromTrashDocument = new TypedDocumentString(`
    mutation RestoreFromTrash($ids: [ID!]!) {
  restoreNodes(ids: $ids) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<RestoreFromTrashMutation, RestoreFromTrashMutationVariables>
export const DeleteForeverDocument = new TypedDocumentString(`
    mutation DeleteForever($ids: [ID!]!) {
  deleteForever(ids: $ids)
}
    `) as unknown as TypedDocumentString<DeleteForeverMutation, DeleteForeverMutationVariables>
export const EmptyTrashDocument = new TypedDocumentString(`
    mutation EmptyTrash {
  emptyTrash
}
    `) as unknown as TypedDocumentString<EmptyTrashMutation, EmptyTrashMutationVariables>
export const DocumentVersionsDocument = new TypedDocumentString(`
    query DocumentVersions($id: ID!, $after: String) {
  document(id: $id) {
    id
    title
    documentType
    canEdit
    role
    version {
      id
    }
    versions(first: 500, after: $after) {
      nodes {
        ...VersionRow
      }
      pageInfo {
        ...PageEnd
      }
    }
  }
}
    fragment VersionRow on Version {
  id
  number
  name
  isPinned
  size
  cause
  author {
    id
    name
  }
  createdAt
  downloadUrl
}
fragment PageEnd on PageInfo {
  endCursor
  hasNextPage
}`) as unknown as TypedDocumentString<DocumentVersionsQuery, DocumentVersionsQueryVariables>
export const VersionDifferenceDocument = new TypedDocumentString(`
    query VersionDifference($documentId: ID!, $fromId: ID!, $toId: ID!) {
  versionDifference(documentId: $documentId, fromId: $fromId, toId: $toId) {
    isIdentical
    isTruncated
    parts {
      ...ComparedPart
    }
  }
}
    fragment ComparedPart on PartDifference {
  kind
  title
  state
  rows {
    ...ComparedRow
  }
}
fragment ComparedRow on DifferenceRow {
  kind
  place
  hiddenCount
  before {
    text
    isChanged
  }
  after {
    text
    isChanged
  }
}`) as unknown as TypedDocumentString<VersionDifferenceQuery, VersionDifferenceQueryVariables>
export const RestoreVersionDocument = new TypedDocumentString(`
    mutation RestoreVersion($input: RestoreVersionInput!) {
  restoreVersion(input: $input) {
    id
    version {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreVersionMutation, RestoreVersionMutationVariables>
export const DeleteVersionDocument = new TypedDocumentString(`
    mutation DeleteVersion($input: DeleteVersionInput!) {
  deleteVersion(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteVersionMutation, DeleteVersionMutationVariables>
export const MarkVersionDocument = new TypedDocumentString(`
    mutation MarkVersion($input: MarkVersionInput!) {
  markVersion(input: $input) {
    ...VersionRow
  }
}
    fragment VersionRow on Version {
  id
  number
  name
  isPinned
  size
  cause
  author {
    id
    name
  }
  createdAt
  downloadUrl
}`) as unknown as TypedDocumentString<MarkVersionMutation, MarkVersionMutationVariables>
export const ChangesDocument = new TypedDocumentString(`
    subscription Changes($nodeIds: [ID!]!, $after: String, $lists: [LiveList!]) {
  changes(nodeIds: $nodeIds, after: $after, lists: $lists) {
    position
    isStart
    nodes {
      nodeId
      aspects
    }
    own
    lists
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>
