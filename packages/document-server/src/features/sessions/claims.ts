import { createHash, randomUUID } from 'node:crypto'
import { editorConfigSchema, findFormat, groupsOf, historyDataSchema, writeAuthor } from '@lectern/shared'
import type {
  DocumentType,
  EditorConfig,
  EditorPermissions,
  EditorRole,
  HistoryData,
  OpenMessage,
} from '@lectern/shared'
import { DocumentServerError } from '../../lib/errors.js'
import type { Tokens } from '../../lib/tokens.js'
import type { DocumentRecord } from '../documents/index.js'
import { canChange, canWrite, roleOf } from './roles.js'

/** What a verified config says about one participant and the document. */
export interface JoinClaims {
  key: string
  url: string
  callbackUrl: string | undefined
  fileType: string
  documentType: DocumentType
  title: string
  userId: string
  userName: string
  /** Whose comments and changes others may touch depends on it. */
  groups: string[]
  lang: string
  permissions: EditorPermissions
  role: EditorRole
  /** May write in the document, or in its fields. */
  canEdit: boolean
  /** May change something, be it by comments. */
  canChange: boolean
  /** Of a protected file; never logged. */
  password?: string
  /** Ctrl+S asks the portal to store the document, not only this server. */
  forceSave: boolean
}

/** Verifies the token of an `open` message; the visible config counts only on a server without a secret. */
export async function readClaims(message: OpenMessage, tokens: Tokens): Promise<JoinClaims> {
  const config = tokens.required ? await tokens.verify(message.token ?? '') : message.config
  const parsed = editorConfigSchema.safeParse(config)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new DocumentServerError(
      'TOKEN_INVALID',
      `The config names no document that can be opened: ${fields}`,
    )
  }
  const claims = claimsOf(parsed.data)
  if (message.history) return claimsOfVersion(claims, await readHistory(message.history, tokens))
  return message.password === undefined ? claims : { ...claims, password: message.password }
}

async function readHistory(
  { token = '', data }: NonNullable<OpenMessage['history']>,
  tokens: Tokens,
): Promise<HistoryData> {
  const parsed = historyDataSchema.safeParse(tokens.required ? await tokens.verify(token) : data)
  if (parsed.success) return parsed.data
  throw new DocumentServerError('TOKEN_INVALID', 'The history data names no version that can be opened.')
}

/** An earlier version is looked at with the rights of the document, except that nothing in it can be changed. */
function claimsOfVersion(claims: JoinClaims, data: HistoryData): JoinClaims {
  const fileType = data.fileType?.toLowerCase() ?? claims.fileType
  return {
    ...claims,
    key: versionKey(data),
    url: data.url,
    callbackUrl: undefined,
    fileType,
    documentType: findFormat(fileType)?.documentType ?? claims.documentType,
    permissions: { ...claims.permissions, chat: false },
    role: 'viewer',
    canEdit: false,
    canChange: false,
    forceSave: false,
  }
}

/** Portals may name versions by keys of editing states, which have nothing to do with people who look back. */
function versionKey({ key, version }: HistoryData): string {
  return `history-${version}.${createHash('sha256').update(key).digest('hex')}`
}

function claimsOf(config: EditorConfig): JoinClaims {
  const { document, editorConfig } = config
  const fileType = document.fileType.toLowerCase()
  const format = findFormat(fileType)
  const permissions = document.permissions ?? {}
  const documentType = format?.documentType ?? config.documentType
  const role = roleOf({
    wantsEdit: editorConfig.mode !== 'view' && config.type !== 'embedded',
    isEditable: format?.action === 'edit',
    ...{ documentType, permissions },
  })
  return {
    key: document.key,
    url: document.url,
    callbackUrl: editorConfig.callbackUrl,
    fileType,
    documentType,
    title: document.title,
    userId: editorConfig.user?.id ?? `anonymous-${randomUUID()}`,
    userName: editorConfig.user?.name ?? 'Anonymous',
    groups: groupsOf(editorConfig.user?.group),
    lang: editorConfig.lang ?? 'en',
    permissions,
    role,
    canEdit: canWrite(role, documentType),
    canChange: canChange(role),
    forceSave: editorConfig.customization?.forcesave === true,
  }
}

/** The author of what a participant writes, as the file keeps it. */
export function authorOf({ userName, groups }: Pick<JoinClaims, 'userName' | 'groups'>): string {
  return writeAuthor({ name: userName, groups })
}

/** Somebody who is not here. */
interface Absent {
  userId: string
  name: string
  groups: string[]
  role?: EditorRole
}

/** What is known of somebody who is not here; a returning page brings its own claims. */
export function absentClaims(
  record: DocumentRecord,
  { userId, name, groups, role = 'editor' }: Absent,
): JoinClaims {
  const documentType = findFormat(record.fileType)?.documentType ?? 'word'
  return {
    key: record.key,
    url: '',
    callbackUrl: record.callbackUrl,
    fileType: record.fileType,
    documentType,
    title: record.title,
    userId,
    userName: name,
    groups,
    lang: 'en',
    permissions: {},
    role,
    canEdit: canWrite(role, documentType),
    canChange: canChange(role),
    forceSave: false,
  }
}
