import type { DocumentType } from '@lectern/shared'
import { findInputFormat, listSaveTypes } from '../engine/index.js'
import { encodeBmp } from './bmp.js'
import { encodeJpeg } from './jpeg.js'
import type { Picture } from './picture.js'
import { encodePng } from './png.js'

/** Pictures that are painted here, page by page. */
const encoders: Record<string, (picture: Picture) => Uint8Array | Promise<Uint8Array>> = {
  png: encodePng,
  jpg: encodeJpeg,
  bmp: encodeBmp,
}
/** What has pages to choose from. */
const pagedTypes = ['pdf', 'pdfa', ...Object.keys(encoders)]

const openXml: Partial<Record<DocumentType, string>> = { word: 'docx', cell: 'xlsx', slide: 'pptx' }
const openDocument: Partial<Record<DocumentType, string>> = { word: 'odt', cell: 'ods', slide: 'odp' }
/** Names of families: the output type follows from the input. */
const families: Record<string, typeof openXml> = { ooxml: openXml, odf: openDocument }

/** Gives what writes a picture of a page in a file type; undefined when the type is none of pictures. */
export function findPictureEncoder(outputType: string) {
  return encoders[outputType]
}

/** Tells whether a conversion into a file type can be one of some pages. */
export function hasPages(outputType: string): boolean {
  return pagedTypes.includes(outputType)
}

/** Lists what a file of a type can be turned into. */
export function listOutputTypes(fileType: string): string[] {
  const format = findInputFormat(fileType)
  if (!format) return []
  const saved = listSaveTypes(format.documentType)
  return saved.length > 0 ? [...saved, ...Object.keys(encoders)] : []
}

/** Gives the output type that a request means, null for a family without a member, or undefined. */
export function chooseOutputType(fileType: string, wanted: string): string | null | undefined {
  const outputType = wanted.toLowerCase()
  const family = families[outputType]
  if (!family) return listOutputTypes(fileType).includes(outputType) ? outputType : undefined
  const format = findInputFormat(fileType)
  return (format && family[format.documentType]) ?? null
}
