import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { isEncryptedOffice } from '../../lib/encrypted-office.js'
import { readPdfText } from './pdf-text.js'

/** Larger files are found by their names alone. */
const maxFileBytes = 50_000_000
const maxReadBytes = 100_000_000
const maxPartBytes = 20_000_000
const maxTextCharacters = 500_000

const openZip = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)

/** The parts of office files in which people's text is. */
const textParts =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(sharedStrings|comments\d*)\.xml|xl\/worksheets\/sheet\d+\.xml|ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml|content\.xml)$/
const plainTypes = new Set(['txt', 'csv', 'md', 'html', 'htm'])
const zipTypes = /^(docx|docm|docxf|oform|dotx|xlsx|xlsm|xltx|pptx|pptm|ppsx|potx|odt|ods|odp|ott|ots|otp)$/

/** Tells whether the text of a type can be read from the file itself. */
export function isReadable(fileType: string): boolean {
  return plainTypes.has(fileType) || fileType === 'pdf' || zipTypes.test(fileType)
}

/** Takes the text out of a file, as far as its type is understood; what is not gives none. */
export async function extractText(
  fileType: string,
  size: number,
  open: () => Promise<AsyncIterable<Uint8Array>>,
) {
  if (size > maxFileBytes) return ''
  if (plainTypes.has(fileType)) return decode(await read(await open()))
  if (fileType === 'pdf') return readPdfText(await read(await open()), maxTextCharacters)
  if (!zipTypes.test(fileType)) return ''
  const bytes = await read(await open())
  if (isEncryptedOffice(bytes)) return ''
  const zip = await openZip(bytes, { lazyEntries: true, validateEntrySizes: true })
  try {
    return await readParts(zip)
  } finally {
    zip.close()
  }
}

/** What is converted may be larger than its source said. */
async function read(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxReadBytes) throw new Error(`A file for the search is larger than ${maxReadBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).slice(0, maxTextCharacters)
}

function readParts(zip: ZipFile): Promise<string> {
  const texts: string[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    const end = () => {
      resolve(texts.join(' ').slice(0, maxTextCharacters))
    }
    zip.on('entry', (entry: Entry) => {
      if (length > maxTextCharacters) end()
      else if (!textParts.test(entry.fileName) || entry.uncompressedSize > maxPartBytes) zip.readEntry()
      else
        readPart(zip, entry).then((text) => {
          texts.push(text)
          length += text.length
          zip.readEntry()
        }, reject)
    })
    zip.on('end', end)
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function readPart(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry)
  const xml = decode(await read(stream as unknown as AsyncIterable<Uint8Array>))
  // Encrypted parts of OpenDocument files are called as the others are.
  if (!xml.trimStart().startsWith('<')) return ''
  return textOfXml(entry.fileName.startsWith('xl/worksheets/') ? inlineStrings(xml) : xml)
}

/** Sheets are mostly numbers and references to shared strings; only strings of their own are text. */
function inlineStrings(xml: string): string {
  return [...xml.matchAll(/<is>.*?<\/is>/gs)].map(([text]) => text).join(' ')
}

/** What stands between tags and is nobody's text: places of pictures, codes of fields, and what older programs show. */
const codes =
  /<(wp:align|wp:posOffset|wp14:\w+|w:instrText|w:delInstrText|mc:Fallback|office:binary-data)(?:\s[^>]*)?(?<!\/)>.*?<\/\1>/gs

const entities: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Takes the tags away. Words that are formatted in pieces stay whole; paragraphs, cells and tabs keep words apart. */
export function textOfXml(xml: string): string {
  return xml
    .replace(codes, '')
    .replace(
      /<\/(w:p|a:p|text:p|text:h|si|is|comment|table:table-cell)>|<(w:tab|w:br|a:br|text:tab|text:line-break|text:s)\b[^>]*>/g,
      ' ',
    )
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
      (whole, decimal?: string, hexadecimal?: string, name?: string) => {
        if (name) return entities[name] ?? whole
        const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16)
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' '
      },
    )
}
