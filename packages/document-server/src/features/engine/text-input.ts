const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf)

/** Gives a text or CSV file as UTF-8 with its mark, so that the engine does not guess the encoding. */
export function asMarkedUtf8(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([utf8Mark, new TextEncoder().encode(decodeText(bytes))])
}

function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the other encoding that our users' files have.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The engine's options to read a CSV file: its separator, quotes, UTF-8, from the first line on. */
export function csvLoadOptions(bytes: Uint8Array): string {
  const [firstLine = ''] = decodeText(bytes.subarray(0, 65_536)).split('\n')
  const separators = [',', ';', '\t'].map((separator) => ({
    code: separator.charCodeAt(0),
    count: firstLine.split(separator).length,
  }))
  const [best] = separators.sort((left, right) => right.count - left.count)
  return `${String(best?.code ?? 44)},34,76,1`
}
