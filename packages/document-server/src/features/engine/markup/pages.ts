const pictureTypes = /^image\/(png|jpe?g|gif|bmp)$/

/** Gives a picture as an address that holds it; undefined for what the engine does not draw. */
export function toDataAddress(bytes: Uint8Array, contentType: string): string | undefined {
  return pictureTypes.test(contentType)
    ? `data:${contentType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`
    : undefined
}

/** Reads HTML in the encoding that the file around it or the page itself names, else as UTF-8. */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')
  const named = charset ?? /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  const mark = markOf(bytes)
  for (const label of [mark, named, 'utf-8']) {
    if (label === undefined) continue
    try {
      return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes)
    } catch {
      // An encoding that nobody knows, or another one than named: the next guess.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Gives what is inside the body of a page; a page without one is all body. */
export function bodyOf(html: string): string {
  return /<body\b[^<>]*>([\s\S]*?)(?:<\/body\s*>|$)/i.exec(html)?.[1] ?? html
}
