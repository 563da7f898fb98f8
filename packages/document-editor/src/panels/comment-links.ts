import { readAuthor } from '@lectern/shared'
import type { ActionLink, DocumentComment } from '@lectern/shared'
import type { DocumentState } from '../session/document-state'

/** What names a comment for as long as it is there: the engine numbers comments anew each time a file is opened. */
export function commentKey({ createdAt, author }: DocumentComment): string {
  return `${createdAt} ${readAuthor(author).name}`
}

/** The place of a comment, for a link that the portal makes. */
export function commentLink(comment: DocumentComment): ActionLink {
  return { action: { type: 'comment', data: commentKey(comment) } }
}

/** Tells whether comments keep their times in the file: those of cells and slides lose them, and no link would last. */
export function hasLastingComments({ documentType }: Pick<DocumentState, 'documentType'>): boolean {
  return documentType === 'word'
}
