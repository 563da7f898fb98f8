import type { EditorPermissions, FileFormat } from '@lectern/shared'
import type { Access, Role } from '../access/index.js'

export type EditorMode = 'edit' | 'view'

/** What somebody's role lets them do in a file of this format, in the protocol's words. */
export function editorPermissionsOf({ role, mayDownload }: Access, format: FileFormat): EditorPermissions {
  const may = (...roles: Role[]) => format.action === 'edit' && roles.includes(role)
  return {
    edit: may('owner', 'editor'),
    review: may('owner', 'editor', 'reviewer'),
    comment: may('owner', 'editor', 'reviewer', 'commenter'),
    fillForms: may('owner', 'editor', 'form_filler'),
    // Printing and copying are ways to take the contents along as well.
    copy: mayDownload,
    print: mayDownload,
    download: mayDownload,
  }
}

/** The mode to open in: commenting, reviewing and filling need `edit`, with permissions that say what is allowed. */
export function editorModeFor(permissions: EditorPermissions, wanted: EditorMode): EditorMode {
  const { edit, review, comment, fillForms } = permissions
  return wanted === 'edit' && (edit || review || comment || fillForms) ? 'edit' : 'view'
}
