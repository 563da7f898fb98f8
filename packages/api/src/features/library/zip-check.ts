import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { FileFormat } from '@lectern/shared'
import { damaged, encrypted, mismatch, unsafe } from './file-errors.js'

const maxEntries = 20_000
const maxUnpackedBytes = 1_073_741_824
// Ordinary office files shrink to a tenth; only made-up ones shrink to less than a two-hundredth at such a size.
const largeEntryBytes = 16_777_216
const maxRatio = 200
const maxContentTypesBytes = 1_048_576
const prologBytes = 4_096

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open)

/** Checks a ZIP container: readable directory, needed part, right kind, nothing that harms who unpacks it. */
export async function checkZip(path: string, format: FileFormat, size: number): Promise<void> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(
    (cause: unknown) => {
      throw damaged(cause)
    },
  )
  try {
    const entries = await readDirectory(zip)
    checkSizes(entries, size)
    await checkKind(zip, entries, format)
    await checkXml(zip, entries)
  } finally {
    zip.close()
  }
}

function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > maxEntries) throw unsafe(`it has more than ${maxEntries} parts`)
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => {
      resolve(entries)
    })
    zip.on('error', (error: Error) => {
      const leadsOut = /relative path|absolute path|invalid characters/.test(error.message)
      reject(leadsOut ? unsafe('a part of it has a name that leads out of the file') : damaged(error))
    })
    zip.readEntry()
  })
}

function checkSizes(entries: readonly Entry[], fileSize: number): void {
  let unpacked = 0
  for (const entry of entries) {
    if (entry.generalPurposeBitFlag & 1) throw encrypted()
    const fileTypeBits = (entry.externalFileAttributes >>> 16) & 0o170_000
    if (fileTypeBits === 0o120_000) throw unsafe('a part of it is a link to another file')
    if (entry.compressedSize > fileSize) throw damaged()
    unpacked += entry.uncompressedSize
    const isLarge = entry.uncompressedSize > largeEntryBytes
    if (isLarge && entry.uncompressedSize > entry.compressedSize * maxRatio)
      throw unsafe('a part of it grows beyond measure when unpacked')
  }
  if (unpacked > maxUnpackedBytes) throw unsafe('it is larger than 1 GB when unpacked')
}

/** What the list of parts must mention, by the start of the file type: docx, docm, docxf … */
const markers: Record<string, string> = {
  doc: 'wordprocessingml',
  ofo: 'wordprocessingml',
  xls: 'spreadsheetml',
  ppt: 'presentationml',
  pps: 'presentationml',
}

const macroMarkers: Record<string, string> = {
  docm: 'ms-word.document.macroEnabled',
  xlsm: 'ms-excel.sheet.macroEnabled',
  pptm: 'ms-powerpoint.presentation.macroEnabled',
}

async function checkKind(zip: ZipFile, entries: readonly Entry[], format: FileFormat): Promise<void> {
  const part = entries.find(({ fileName }) => fileName === format.requiredPart)
  if (!part) throw mismatch(format.fileType)
  if (format.requiredPart !== '[Content_Types].xml') return checkOpenDocument(zip, entries, format)
  const contentTypes = await readStart(zip, part, maxContentTypesBytes)
  const marker = macroMarkers[format.fileType] ?? markers[format.fileType.slice(0, 3)]
  if (marker && !contentTypes.includes(marker)) throw mismatch(format.fileType)
}

async function checkOpenDocument(zip: ZipFile, entries: readonly Entry[], format: FileFormat): Promise<void> {
  const part = entries.find(({ fileName }) => fileName === 'mimetype')
  const mimeType = part ? await readStart(zip, part, 200) : format.mimeType
  if (!mimeType.startsWith(format.mimeType)) throw mismatch(format.fileType)
}

/** Office files need no XML entities; only attacks define them. */
async function checkXml(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
    const prolog = await readStart(zip, entry, prologBytes)
    if (/<!ENTITY/.test(prolog)) throw unsafe('its XML defines entities, which can grow without end')
  }
}

async function readStart(zip: ZipFile, entry: Entry, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    const stream = await openEntry(zip, entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= maxBytes) break
    }
  } catch (cause) {
    throw damaged(cause)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
}
