import type { DocumentComment, DocumentList, DocumentListAnswer, TrackedChange } from '@lectern/shared'
import type { Lok } from './lok.js'
import { readNotes } from './notes.js'
import { parseFields, parseRect, textOf } from './payloads.js'
import { readPlaces } from './places.js'

type Fields = Partial<Record<string, unknown>>

/** Reads the comments as the engine describes them. */
export function readComments(lok: Lok, document: number): Fields[] {
  return objectsOf(
    parseFields(lok.invokeForText(document, 'getCommandValues', '.uno:ViewAnnotations')).comments,
  )
}

/** Reads the lists that panels show. The view to ask must be the current one. */
export function createDocumentLists(
  lok: Lok,
  document: number,
  withSavedCopy: <T>(format: string, use: (path: string) => T) => T,
) {
  const values = (command: string) =>
    parseFields(lok.invokeForText(document, 'getCommandValues', `.uno:${command}`))

  return function read(list: DocumentList): DocumentListAnswer {
    switch (list) {
      case 'comments':
        return { list, comments: readComments(lok, document).map(toComment) }
      case 'changes':
        return { list, changes: objectsOf(values('AcceptTrackedChanges').redlines).map(toChange) }
      case 'headings':
        return { list, ...withSavedCopy('odt', (path) => readPlaces(lok.module.FS.readFile(path))) }
      case 'notes':
        return { list, notes: withSavedCopy('odp', (path) => readNotes(lok.module.FS.readFile(path))) }
      case 'styles': {
        const { ParagraphStyles: styles } = fieldsOf(values('StyleApply').commandValues)
        return { list, styles: Array.isArray(styles) ? styles.map(textOf).filter((name) => name !== '') : [] }
      }
    }
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function objectsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function toComment(fields: Fields): DocumentComment {
  return {
    id: textOf(fields.id),
    parentId: textOf(fields.parentId) || '0',
    author: textOf(fields.author),
    text: textOf(fields.text),
    resolved: textOf(fields.resolved) === 'true',
    createdAt: textOf(fields.dateTime).replace(/,\d+$/, ''),
    rect: parseRect(textOf(fields.anchorPos) || textOf(fields.rectangle)),
    part: Number(textOf(fields.tab)) || 0,
  }
}

function toChange(fields: Fields): TrackedChange {
  return {
    index: Number(textOf(fields.index)) || 0,
    author: textOf(fields.author),
    kind: textOf(fields.type),
    description: textOf(fields.description),
    createdAt: textOf(fields.dateTime),
    rect: parseRect(textOf(fields.textRange).split(';')[0] ?? ''),
  }
}
