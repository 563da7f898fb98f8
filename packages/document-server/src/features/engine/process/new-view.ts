import type { DocumentType } from '@lectern/shared'
import { EngineError } from '../engine.types.js'
import type { Lok } from './lok.js'

interface NewViewOptions {
  lok: Lok
  document: number
  documentType: DocumentType
  authorName: string
}

/** Adds a view to a document and chooses it; its cursor is at the beginning. Throws an EngineError with the code BUSY. */
export function addView({ lok, document, documentType, authorName }: NewViewOptions): number {
  const viewId = lok.invoke(document, 'createView')
  if (viewId < 0) throw new EngineError('BUSY', 'The engine cannot show this document to one more person.')
  lok.useView(document, viewId)
  const author = { '.uno:Author': { type: 'string', value: authorName } }
  lok.invoke(document, 'initializeForRendering', JSON.stringify(author))
  // The engine begins where somebody else writes, in the middle of a sentence.
  if (documentType === 'word') lok.invoke(document, 'postUnoCommand', '.uno:GoToStartOfDoc', '', 0)
  return viewId
}
