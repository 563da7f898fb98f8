import type { EditorConfig, EditorPermissions, FileFormat } from '@lectern/shared'
import type { Theme } from '../auth/index.js'
import type { EditorMode } from './editor-permissions.js'

export type EditorDevice = 'desktop' | 'mobile' | 'embedded'

/** Everything that goes into an editor config. */
export interface EditorConfigParts {
  format: FileFormat
  documentId: string
  instanceId: string
  key: string
  title: string
  fileUrl: string
  /** Without one nothing can be saved, as is right for earlier versions. */
  callbackUrl: string | undefined
  mode: EditorMode
  device: EditorDevice
  permissions: EditorPermissions
  user: { id: string; name: string; language: string; theme: Theme; imageUrl?: string | undefined }
  ownerName: string
  /** Undefined for guests: the editor shows no star then, as they have no favourites. */
  isFavourite: boolean | undefined
  createdAt: Date
  folderName: string
  /** Address in the portal to which the editor's "open file location" leads. */
  folderUrl: string
}

const maximumTitleLength = 128

/** Builds the config that is passed to `new DocsAPI.DocEditor`, still without its token. */
export function buildEditorConfig(parts: EditorConfigParts): EditorConfig {
  return {
    documentType: parts.format.documentType,
    type: parts.device,
    document: documentSection(parts),
    editorConfig: {
      ...(parts.callbackUrl !== undefined && { callbackUrl: parts.callbackUrl }),
      mode: parts.mode,
      lang: editorLanguage(parts.user.language),
      user: userSection(parts.user),
      coEditing: { mode: 'fast', change: true },
      customization: {
        uiTheme: `theme-${parts.user.theme}`,
        autosave: true,
        forcesave: true,
        anonymous: { request: false },
        // The portal's own header shows the title, and stays.
        compactHeader: true,
        toolbarHideFileName: true,
        close: { visible: true },
        goback: { url: parts.folderUrl, blank: false },
      },
    },
  }
}

function userSection({
  id,
  name,
  imageUrl,
}: EditorConfigParts['user']): EditorConfig['editorConfig']['user'] {
  return { id, name, ...(imageUrl !== undefined && { image: imageUrl }) }
}

/** The protocol knows Chinese as `zh` and `zh-TW`; other languages have the tags that people use. */
function editorLanguage(tag: string): string {
  if (!/^zh\b/i.test(tag)) return tag
  return /hant|tw|hk|mo/i.test(tag) ? 'zh-TW' : 'zh'
}

function documentSection(parts: EditorConfigParts): EditorConfig['document'] {
  return {
    fileType: parts.format.fileType,
    key: parts.key,
    title: shortened(parts.title),
    url: parts.fileUrl,
    permissions: parts.permissions,
    info: {
      owner: parts.ownerName,
      uploaded: parts.createdAt.toISOString(),
      folder: parts.folderName,
      ...(parts.isFavourite !== undefined && { favorite: parts.isFavourite }),
    },
    referenceData: { fileKey: parts.documentId, instanceId: parts.instanceId },
  }
}

/** The protocol allows 128 characters; the end is kept, because it holds the extension. */
function shortened(title: string): string {
  const characters = Array.from(title)
  if (title.length <= maximumTitleLength) return title
  const end = characters.slice(-20).join('')
  let start = ''
  for (const character of characters) {
    if (start.length + character.length + 1 + end.length > maximumTitleLength) break
    start += character
  }
  return `${start}…${end}`
}
