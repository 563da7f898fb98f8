import { outputTypes, type DocumentType } from '@lectern/shared'

/** Lists the file types in which a copy of a kind of document can be saved, the usual one first. */
export function copyTypesOf(documentType: DocumentType): readonly string[] {
  // A PDF file stays what it is.
  return outputTypes[documentType] ?? (documentType === 'pdf' ? ['pdf'] : [])
}

/** Makes the file name of a copy; undefined when nothing but blanks was written. */
export function copyName(written: string, fileType: string): string | undefined {
  const stem = written.trim()
  if (stem === '') return undefined
  return stem.toLowerCase().endsWith(`.${fileType}`) ? stem : `${stem}.${fileType}`
}
