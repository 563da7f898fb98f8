import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentType } from '@lectern/shared'
import { EngineError } from './engine.types.js'

export interface SaveFormat {
  /** LibreOfficeKit's name of the format. */
  format: string
  options: string
  /** Completes what the engine wrote. */
  finish?: (bytes: Uint8Array) => Uint8Array
}

/*
 * Nothing else is handed to the engine: some combinations (Writer to HTML) fail and leave the view dead.
 */
const saveFormats: Partial<Record<DocumentType, Record<string, SaveFormat>>> = {
  word: {
    docx: { format: 'docx', options: '' },
    docm: { format: 'docm', options: '' },
    odt: { format: 'odt', options: '' },
    rtf: { format: 'rtf', options: '' },
    txt: { format: 'txt', options: 'UTF8', finish: withLineFeeds },
    pdf: { format: 'pdf', options: '' },
  },
  cell: {
    xlsx: { format: 'xlsx', options: '' },
    xlsm: { format: 'xlsm', options: '' },
    ods: { format: 'ods', options: '' },
    // Comma, double quote, UTF-8, from the first line on.
    csv: { format: 'csv', options: '44,34,76,1' },
    pdf: { format: 'pdf', options: '' },
  },
  slide: {
    pptx: { format: 'pptx', options: '' },
    pptm: { format: 'pptm', options: '' },
    ppsx: { format: 'pptx', options: '', finish: asSlideShow },
    odp: { format: 'odp', options: '' },
    pdf: { format: 'pdf', options: '' },
  },
}

/** Gives how a document is written in a file type; throws when the engine cannot. */
export function saveFormatOf(documentType: DocumentType, fileType: string): SaveFormat {
  const format = saveFormats[documentType]?.[fileType]
  if (!format) throw new EngineError('UNSUPPORTED', `This document cannot be saved as "${fileType}".`)
  return format
}

const presentationType = 'presentationml.presentation.main+xml'
const slideShowType = 'presentationml.slideshow.main+xml'

/** The engine writes presentations only; a slide show is the same file under another content type. */
function asSlideShow(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const types = parts['[Content_Types].xml']
  if (!types) throw new EngineError('UNSUPPORTED', 'The engine wrote a presentation without content types.')
  parts['[Content_Types].xml'] = strToU8(strFromU8(types).replace(presentationType, slideShowType))
  return zipSync(parts)
}

/** The engine ends the lines of a text with a carriage return only. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return strToU8(strFromU8(bytes).replace(/\r\n?/g, '\n'))
}
