import type { ConversionReply } from '@lectern/shared'
import { escapeMarkup } from '../../lib/escape-markup.js'

/** Tells whether a caller wants XML, as callers of the old path do who name no type. */
export function wantsXml(accept: string | undefined): boolean {
  return accept === undefined || (/\bxml\b/.test(accept) && !accept.includes('json'))
}

/** Writes an answer of the conversion service as XML, spelled as recorded. */
export function replyAsXml(reply: ConversionReply): string {
  const fields =
    'error' in reply
      ? `<Error>${reply.error}</Error>`
      : [
          ...('fileUrl' in reply
            ? [`<FileUrl>${escapeMarkup(reply.fileUrl)}</FileUrl>`, `<FileType>${reply.fileType}</FileType>`]
            : []),
          `<Percent>${reply.percent}</Percent>`,
          `<EndConvert>${reply.endConvert ? 'True' : 'False'}</EndConvert>`,
        ].join('')
  return `<?xml version="1.0" encoding="utf-8"?><FileResult>${fields}</FileResult>`
}
