import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const openZip = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)

/** Reads parts of a ZIP file as UTF-8 text, by name; parts that are larger than `maxPartBytes` are left out. */
export async function readZipTexts(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
  { maxPartBytes }: { maxPartBytes: number },
): Promise<Map<string, string>> {
  const zip = await openZip(bytes, { lazyEntries: true, validateEntrySizes: true })
  try {
    const entries = await listEntries(zip)
    const texts = new Map<string, string>()
    for (const entry of entries)
      if (isWanted(entry.fileName) && entry.uncompressedSize <= maxPartBytes)
        texts.set(entry.fileName, await readEntry(zip, entry))
    return texts
  } finally {
    zip.close()
  }
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => {
      resolve(entries)
    })
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
