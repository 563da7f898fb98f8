/** Numbers of Windows code pages, by which the protocol names encodings, and the names that Node knows them by. */
const codePages: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28593: 'iso-8859-3',
  28594: 'iso-8859-4',
  28595: 'iso-8859-5',
  28596: 'iso-8859-6',
  28597: 'iso-8859-7',
  28598: 'iso-8859-8',
  28599: 'windows-1254',
  28605: 'iso-8859-15',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Tells whether texts can be read and written in a code page. */
export function isCodePage(codePage: number): boolean {
  return Object.hasOwn(codePages, codePage)
}

/** Reads a text; without a code page it is Unicode when it looks so, and Chinese otherwise. */
export function decodeText(bytes: Uint8Array, codePage?: number): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const name = codePage === undefined ? undefined : codePages[codePage]
  if (name) return new TextDecoder(name).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the other encoding that our users' files have.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Writes a text in a code page; characters that it does not have become question marks. */
export function encodeText(text: string, codePage: number): Uint8Array {
  const name = codePages[codePage] ?? 'utf-8'
  if (name === 'utf-8') return new TextEncoder().encode(text)
  if (name === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  if (name === 'utf-16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  const table = writingTable(name)
  const question = Uint8Array.of(0x3f)
  return Buffer.concat(Array.from(text, (character) => table.get(character) ?? question))
}

const writingTables = new Map<string, Map<string, Uint8Array>>()

/** Node reads all encodings and writes few: the way back is found by reading every byte and every pair of bytes. */
function writingTable(name: string): Map<string, Uint8Array> {
  const known = writingTables.get(name)
  if (known) return known
  const table = new Map<string, Uint8Array>()
  const decoder = new TextDecoder(name, { fatal: true })
  const add = (bytes: Uint8Array): boolean => {
    try {
      const text = decoder.decode(bytes)
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes)
      return true
    } catch {
      // No character of this encoding.
      return false
    }
  }
  for (let first = 0; first < 256; first += 1) {
    if (add(Uint8Array.of(first))) continue
    for (let second = 0x40; second < 256; second += 1) add(Uint8Array.of(first, second))
  }
  writingTables.set(name, table)
  return table
}
