import { findFormat, outputTypes } from '@lectern/shared'

/** The file types into which files of a type can be converted: PDF first, as people mostly want a copy to look at. */
export function listOutputTypes(fileType: string): string[] {
  const documentType = findFormat(fileType)?.documentType
  const types = (documentType && outputTypes[documentType]) ?? []
  return types
    .filter((outputType) => outputType !== fileType)
    .sort((left, right) => Number(right === 'pdf') - Number(left === 'pdf'))
}
