import { z } from 'zod'

/**
 * Messages between api.js on the portal's page (the host) and the editor's page in the iframe, by `postMessage`.
 * Plain JSON values; each side checks the other's window (`event.source`) and origin before it believes one.
 *
 * ```
 * page -> host   appReady                        the page listens
 * host -> page   init { config, handlers }       the config as the portal passed it, without its functions
 * page -> host   event { name, data }            becomes a call of `config.events[name]`
 * host -> page   method { name, args }           a method that the portal called on the DocEditor
 * ```
 *
 * The host's origin travels in the iframe's address (`parentOrigin`, always given), so the page posts to that origin
 * only. The host posts to the origin that api.js itself was loaded from.
 */
export const editorFrameVersion = 1

/** Events that the editor's page raises; `onAppReady` is raised by the host itself on `appReady`. */
export const editorEventNames = [
  'onAppReady',
  'onDocumentReady',
  'onInfo',
  'onDocumentStateChange',
  'onError',
  'onWarning',
  'onRequestRefreshFile',
  'onOutdatedVersion',
  'onMetaChange',
  'onRequestClose',
  'onRequestEditRights',
  'onRequestRename',
  'onDownloadAs',
  'onUserActionRequired',
  'onRequestHistory',
  'onRequestHistoryData',
  'onRequestRestore',
  'onRequestHistoryClose',
  'onSubmit',
  'onRequestUsers',
  'onRequestSendNotify',
  'onRequestSharingSettings',
  'onMakeActionLink',
  'onRequestCreateNew',
  'onRequestSaveAs',
  'onRequestInsertImage',
] as const
export type EditorEventName = (typeof editorEventNames)[number]

/** Kinds of places in a document to which links of the portal lead. */
export const actionLinkTypes = ['bookmark', 'comment'] as const

/** A place in a document, to which a link of the portal leads: the name of a bookmark, or the key of a comment. */
export interface ActionLink {
  action: { type: (typeof actionLinkTypes)[number]; data: string }
}

/** Somebody whom the portal names: for mentions, with the address by which it knows whom to tell. */
export interface MentionableUser {
  name: string
  email: string
}

/** What each event carries in `data`. */
export interface EditorEventData {
  onAppReady: undefined
  onDocumentReady: undefined
  onInfo: { mode: 'edit' | 'view' }
  /** True while something is not yet stored on the document server. */
  onDocumentStateChange: boolean
  onError: { errorCode: number; errorDescription: string }
  onWarning: { warningCode: number; warningDescription: string }
  onRequestRefreshFile: undefined
  onOutdatedVersion: undefined
  onMetaChange: { title: string; favorite?: boolean }
  onRequestClose: undefined
  onRequestEditRights: undefined
  /** The new title, without its extension. */
  onRequestRename: string
  onDownloadAs: { url: string; fileType: string; title?: string }
  onUserActionRequired: undefined
  onRequestHistory: undefined
  /** Number of the version that is to be shown. */
  onRequestHistoryData: number
  onRequestRestore: { version: number; fileType: string }
  onRequestHistoryClose: undefined
  /** A filled form was handed in, and the portal has stored it. */
  onSubmit: undefined
  onRequestUsers: { c: 'mention' }
  /** Whoever has one of these addresses was mentioned in a comment. */
  onRequestSendNotify: { message: string; emails: string[]; actionLink?: ActionLink }
  onRequestSharingSettings: undefined
  onMakeActionLink: { actionLink: ActionLink }
  onRequestCreateNew: undefined
  /** A copy that the portal is to keep; the link to its bytes is valid for some minutes. */
  onRequestSaveAs: { url: string; fileType: string; title: string }
  /** A picture of the portal is to be put where the cursor is: answered with `insertImage`. */
  onRequestInsertImage: { c: 'add' }
}

/** Methods of the DocEditor that are carried to the page; `destroyEditor` removes the page instead. */
export const editorMethodNames = [
  'refreshFile',
  'downloadAs',
  'showMessage',
  'requestClose',
  'denyEditingRights',
  'refreshHistory',
  'setHistoryData',
  'setUsers',
  'setSharingSettings',
  'setActionLink',
  'setFavorite',
  'insertImage',
] as const
export type EditorMethodName = (typeof editorMethodNames)[number]

const marker = z.literal(editorFrameVersion)

/** Messages of the editor's page to the host. */
export const frameToHostSchema = z.discriminatedUnion('type', [
  z.object({ lectern: marker, type: z.literal('appReady') }),
  z.object({
    lectern: marker,
    type: z.literal('event'),
    name: z.enum(editorEventNames),
    data: z.unknown().optional(),
  }),
])
export type FrameToHostMessage =
  | { lectern: 1; type: 'appReady' }
  | {
      [Name in EditorEventName]: {
        lectern: 1
        type: 'event'
        name: Name
        data?: EditorEventData[Name]
      }
    }[EditorEventName]

/** Messages of the host to the editor's page. */
export const hostToFrameSchema = z.union([
  z.object({
    lectern: marker,
    type: z.literal('init'),
    /** The config without its `events`; only the claims of `config.token` are believed by the server. */
    config: z.record(z.string(), z.unknown()),
    /** Which events the portal handles: a button whose handler is absent is hidden. */
    handlers: z.array(z.string()),
  }),
  z.object({
    lectern: marker,
    type: z.literal('method'),
    name: z.enum(['refreshFile', 'refreshHistory', 'setHistoryData', 'setUsers', 'setSharingSettings']),
    /** A fresh config, signed again; the list of versions; one version, signed; people; who has which rights. */
    args: z.tuple([z.record(z.string(), z.unknown())]),
  }),
  z.object({
    lectern: marker,
    type: z.literal('method'),
    name: z.enum(['downloadAs', 'showMessage', 'denyEditingRights', 'setActionLink']),
    /** File type, message, reason or link. */
    args: z.union([z.tuple([]), z.tuple([z.string()])]),
  }),
  z.object({
    lectern: marker,
    type: z.literal('method'),
    name: z.literal('requestClose'),
    args: z.tuple([]),
  }),
  z.object({
    lectern: marker,
    type: z.literal('method'),
    name: z.literal('setFavorite'),
    args: z.tuple([z.boolean()]),
  }),
])
export type HostToFrameMessage = z.infer<typeof hostToFrameSchema>

/** Path of the editor's page below the document server's address. */
export const editorPagePath = '/web-apps/apps/editor/index.html'

/** Query parameters of the editor page's address. */
export const editorPageQuery = {
  parentOrigin: 'parentOrigin',
  frameEditorId: 'frameEditorId',
  lang: 'lang',
} as const
