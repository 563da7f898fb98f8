import type { DocumentType, EditorPermissions, EditorRole } from '@lectern/shared'

interface RoleFacts {
  /** The config asks for editing, not for looking. */
  wantsEdit: boolean
  /** Files of this type can be changed here. */
  isEditable: boolean
  documentType: DocumentType
  permissions: EditorPermissions
}

/**
 * Decides what somebody is in a document, from the verified config. Who may not edit may still review, else comment,
 * else fill in forms. Only text documents have tracked changes, and beside them only PDF files have fields.
 */
export function roleOf({ wantsEdit, isEditable, documentType, permissions }: RoleFacts): EditorRole {
  if (!wantsEdit || !isEditable) return 'viewer'
  if (permissions.edit !== false) return 'editor'
  if (documentType === 'pdf') return permissions.fillForms === true ? 'formFiller' : 'viewer'
  if (permissions.review === true && documentType === 'word') return 'reviewer'
  if (permissions.comment === true) return 'commenter'
  return permissions.fillForms === true && documentType === 'word' ? 'formFiller' : 'viewer'
}

/** Tells whether somebody's input can change the document: the portal hears of these people. */
export function canChange(role: EditorRole): boolean {
  return role !== 'viewer'
}

/** Tells whether the engine takes somebody's keys, be it in fields only. */
export function canWrite(role: EditorRole, documentType: DocumentType): boolean {
  return role === 'editor' || role === 'reviewer' || (role === 'formFiller' && documentType === 'word')
}
