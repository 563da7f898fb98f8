import type { Knex } from 'knex'
import { CommandError } from '@lectern/shared'
import type { EditorConfig, EditorPermissions } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { PortalError } from '../../lib/portal-error.js'
import { canEdit, findRole } from '../access/index.js'
import { picturePath, type Actor } from '../auth/index.js'
import { getFormat, notFound, rootFolderId, versionRepository } from '../library/index.js'
import type { DocumentNode, LibraryService } from '../library/index.js'
import { DocumentServerUnavailable } from './document-server.client.js'
import type { DocumentServerClient } from './document-server.client.js'
import type { DocumentServerJwt } from './document-server-jwt.js'
import { formatVersionKey } from './document-key.js'
import { buildEditorConfig } from './editor-config.js'
import type { EditorDevice } from './editor-config.js'
import { editorModeFor, editorPermissionsOf } from './editor-permissions.js'
import type { EditorMode } from './editor-permissions.js'
import { versionViewRepository } from './version-view.repository.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { findSurroundings, type OpenSession, type Surroundings } from './surroundings.js'
import type { PortalLinks } from './portal-links.js'
import { lockDocument } from './version-appender.js'

const configLifetimeSeconds = 3600

export interface EditorConfigRequest {
  documentId: string
  mode: EditorMode
  device: EditorDevice
  /** The portal as this person sees it. */
  baseUrl: string
  /** An earlier version, to look at; undefined: the current one. */
  versionId?: string | undefined
}

/** What an editor is opened on. */
interface Opening {
  key: string
  fileUrl: string
  callbackUrl: string | undefined
  mode: EditorMode
  permissions: EditorPermissions
}

export interface SignedEditorConfig {
  documentServerUrl: string
  config: EditorConfig
  token: string
}

export interface ForceSaveResult {
  accepted: boolean
  changed: boolean
}

export interface EditingServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
  client: DocumentServerClient
  jwt: DocumentServerJwt
  links: PortalLinks
  /** As the browser sees it. */
  documentServerUrl: string
}

/** Opens documents in the editor and saves them while they are open. */
export function createEditingService(options: EditingServiceOptions) {
  const { db, clock, library, client, jwt, links, documentServerUrl } = options

  let instanceId: Promise<string> | undefined
  /** It never changes, so it is read once. */
  const getInstanceId = () =>
    (instanceId ??= editingSessionRepository.instanceId(db).catch((error: unknown) => {
      instanceId = undefined
      throw error
    }))

  /** The session that people are in already, or a new one. */
  async function joinSession(documentId: string, found: Surroundings): Promise<OpenSession> {
    if (found.session && found.session.headVersionId === found.currentVersionId) return found.session
    return db.transaction(async (trx) => {
      const versionId = await lockDocument(trx, documentId)
      if (versionId === undefined) throw new Error(`The document ${documentId} is gone.`)
      const open = await editingSessionRepository.findOpen(trx, documentId)
      if (open?.headVersionId === versionId) return open
      // The open session builds on something else than what people get now; its save will stand beside it.
      await editingSessionRepository.endAll(trx, documentId, clock.now())
      const instanceId = await editingSessionRepository.instanceId(trx)
      return editingSessionRepository.start(trx, { instanceId, documentId, versionId, at: clock.now() })
    })
  }

  async function openCurrent(
    documentId: string,
    found: Surroundings,
    wanted: EditorMode,
    permissions: EditorPermissions,
  ): Promise<Opening> {
    const { key, headVersionId } = await joinSession(documentId, found)
    return {
      key,
      fileUrl: links.fileUrl(documentId, headVersionId),
      callbackUrl: links.callbackUrl(documentId, key),
      mode: editorModeFor(permissions, wanted),
      permissions,
    }
  }

  async function openVersion(
    documentId: string,
    versionId: string,
    permissions: EditorPermissions,
  ): Promise<Opening> {
    const version = await versionRepository.find(db, versionId)
    if (version?.documentId !== documentId)
      throw new PortalError(
        'NOT_FOUND',
        'The document has no such version. Choose one from its list of versions.',
      )
    const key = formatVersionKey({ instanceId: await getInstanceId(), documentId, number: version.number })
    await versionViewRepository.note(db, { key, documentId }, clock.now())
    return {
      key,
      fileUrl: links.fileUrl(documentId, version.id),
      callbackUrl: undefined,
      mode: 'view',
      permissions: { ...permissions, edit: false, review: false, comment: false, fillForms: false },
    }
  }

  return {
    /** Gives the signed config with which the editor opens a document in the best mode that the role allows. */
    async editorConfig(actor: Actor, request: EditorConfigRequest): Promise<SignedEditorConfig> {
      const { node: document, access, parentAccess } = await library.getWithAccess(actor, request.documentId)
      if (document.type !== 'document') throw notFound()
      const found = await findSurroundings(db, actor.userId, document.id)
      const format = getFormat(document.fileType)
      const permissions = editorPermissionsOf(access, format)
      const opening: Opening = request.versionId
        ? await openVersion(document.id, request.versionId, permissions)
        : await openCurrent(document.id, found, request.mode, permissions)
      const config = buildEditorConfig({
        format,
        documentId: document.id,
        instanceId: await getInstanceId(),
        ...opening,
        title: document.name,
        device: request.device,
        user: describeUser(actor, request.baseUrl),
        ownerName: found.ownerName,
        isFavourite: actor.isGuest ? undefined : found.isFavourite,
        createdAt: document.createdAt,
        ...wayBack(document, parentAccess ? found.folderName : undefined, request.baseUrl),
      })
      return { documentServerUrl, config, token: jwt.sign(config, configLifetimeSeconds) }
    },

    /** Asks the document server to save now what people have typed; the version follows by callback. */
    async forceSave(actor: Actor, documentId: string): Promise<ForceSaveResult> {
      const document = await library.getDocument(actor, documentId)
      if (!canEdit(await findRole(db, actor, document.id)))
        throw new PortalError(
          'EDIT_FORBIDDEN',
          'You may not edit this document. Ask its owner for the right to edit.',
        )
      const session = await editingSessionRepository.findOpen(db, document.id)
      if (!session) return { accepted: true, changed: false }
      return requestForceSave(client, session.key, actor.userId)
    },
  }
}
export type EditingService = ReturnType<typeof createEditingService>

/** Whoever opens it, as others see them in the editor. */
function describeUser({ userId, name, language, theme, pictureToken }: Actor, baseUrl: string) {
  const path = picturePath(pictureToken)
  return { id: userId, name, language, theme, imageUrl: path === null ? undefined : `${baseUrl}${path}` }
}

/** Somebody invited to one document only goes back to the library's root and is not told the folder's name. */
function wayBack({ parentId }: DocumentNode, folderName: string | undefined, baseUrl: string) {
  const isRoot = folderName === undefined || parentId === rootFolderId
  return {
    folderName: folderName ?? '',
    folderUrl: isRoot ? `${baseUrl}/` : `${baseUrl}/folders/${parentId}`,
  }
}

async function requestForceSave(
  client: DocumentServerClient,
  key: string,
  userData: string,
): Promise<ForceSaveResult> {
  const { error } = await commandOrUnreachable(client, key, userData)
  switch (error) {
    case CommandError.None:
      return { accepted: true, changed: true }
    case CommandError.NoChanges:
    case CommandError.UnknownKey:
      return { accepted: true, changed: false }
    case CommandError.Token:
    case CommandError.TokenExpired:
      throw new PortalError(
        'DOCUMENT_SERVER_REFUSED',
        'The document server refused the portal. The administrator should check that both have the same secret (DOCUMENT_SERVER_SECRET) and the right time.',
        { details: { error } },
      )
    case CommandError.CallbackUrl:
    case CommandError.Internal:
    case CommandError.UnknownCommand:
      throw new PortalError(
        'DOCUMENT_SERVER_REFUSED',
        `The document server could not save the document (error ${error}). Your changes stay in the editor: keep it open and try again.`,
        { details: { error } },
      )
  }
}

async function commandOrUnreachable(client: DocumentServerClient, key: string, userdata: string) {
  try {
    return await client.command({ c: 'forcesave', key, userdata })
  } catch (cause) {
    if (!(cause instanceof DocumentServerUnavailable)) throw cause
    throw new PortalError(
      'DOCUMENT_SERVER_UNREACHABLE',
      'The document server cannot be reached, so nothing was saved now. Keep the editor open and try again; if it stays so, tell the administrator.',
      { cause },
    )
  }
}
