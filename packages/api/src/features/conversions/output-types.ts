import { findFormat, type DocumentType } from '@lectern/shared'

/** What either document server makes of each type of document. */
const outputTypes: Partial<Record<DocumentType, readonly string[]>> = {
  word: ['pdf', 'docx', 'odt', 'rtf', 'txt'],
  cell: ['pdf', 'xlsx', 'ods', 'csv'],
  slide: ['pdf', 'pptx', 'odp'],
}

/** The file types into which files of a type can be converted. */
export function listOutputTypes(fileType: string): string[] {
  const documentType = findFormat(fileType)?.documentType
  return ((documentType && outputTypes[documentType]) ?? []).filter((outputType) => outputType !== fileType)
}
