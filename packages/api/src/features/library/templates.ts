import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { creatableFileTypes, type CreatableFileType } from '@lectern/shared'
import { PortalError } from '../../lib/portal-error.js'

const directory = new URL('../../../templates/', import.meta.url)

/** Opens the empty document of a file type. */
export function openTemplate(fileType: CreatableFileType): AsyncIterable<Uint8Array> {
  return createReadStream(fileURLToPath(new URL(`blank.${fileType}`, directory)))
}

/** Narrows a file type to those that can be created empty. */
export function getCreatable(fileType: string): CreatableFileType {
  const wanted = fileType.toLowerCase().replace(/^\./, '')
  const found = creatableFileTypes.find((known) => known === wanted)
  if (found) return found
  throw new PortalError(
    'FILE_TYPE_UNKNOWN',
    `An empty document of type "${fileType}" cannot be created. Use one of these types: ${creatableFileTypes.join(', ')}.`,
    { details: { fileType, supported: creatableFileTypes } },
  )
}
