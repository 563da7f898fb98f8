import type { DocumentType } from '@lectern/shared'
import { findInputFormat, listSaveTypes } from '../engine/index.js'

/** Pictures that are painted here, page by page. */
const pictureTypes = ['png']

const openXml: Partial<Record<DocumentType, string>> = { word: 'docx', cell: 'xlsx', slide: 'pptx' }
const openDocument: Partial<Record<DocumentType, string>> = { word: 'odt', cell: 'ods', slide: 'odp' }
/** Names of families: the output type follows from the input. */
const families: Record<string, typeof openXml> = { ooxml: openXml, odf: openDocument }

/** Tells whether a file type is made by painting pages. */
export function isPictureType(outputType: string): boolean {
  return pictureTypes.includes(outputType)
}

/** Lists what a file of a type can be turned into. */
export function listOutputTypes(fileType: string): string[] {
  const format = findInputFormat(fileType)
  if (!format) return []
  const saved = listSaveTypes(format.documentType)
  return saved.length > 0 ? [...saved, ...pictureTypes] : []
}

/** Gives the output type that a request means, null for a family without a member, or undefined. */
export function chooseOutputType(fileType: string, wanted: string): string | null | undefined {
  const outputType = wanted.toLowerCase()
  const family = families[outputType]
  if (!family) return listOutputTypes(fileType).includes(outputType) ? outputType : undefined
  const format = findInputFormat(fileType)
  return (format && family[format.documentType]) ?? null
}
