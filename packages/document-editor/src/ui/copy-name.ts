/** The file types in which a copy of each kind of document can be saved. */
const copyTypes: Readonly<Record<string, readonly string[]>> = {
  word: ['docx', 'odt', 'rtf', 'txt', 'pdf'],
  cell: ['xlsx', 'ods', 'csv', 'pdf'],
  slide: ['pptx', 'odp', 'pdf'],
}

/** Lists the file types in which a copy of a kind of document can be saved, the usual one first. */
export function copyTypesOf(documentType: string): readonly string[] {
  return copyTypes[documentType] ?? []
}

/** Makes the file name of a copy; undefined when nothing but blanks was written. */
export function copyName(written: string, fileType: string): string | undefined {
  const stem = written.trim()
  if (stem === '') return undefined
  return stem.toLowerCase().endsWith(`.${fileType}`) ? stem : `${stem}.${fileType}`
}
