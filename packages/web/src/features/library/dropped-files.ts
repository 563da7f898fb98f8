/** A file, and the names of the folders around it that were dropped with it. */
export interface DroppedFile {
  file: File
  path: readonly string[]
}

/** What systems leave in folders, and nobody means to upload. */
const litter = /^(\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i

/** Reads what was dropped: files, and folders with all in them. Must be called while the event is handled. */
export function readDropped(transfer: DataTransfer): Promise<DroppedFile[]> {
  // The list is emptied once the event is over.
  const entries = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = entries.map(({ entry, file }) => {
    if (entry) return readEntry(entry, [])
    return Promise.resolve(file ? [{ file, path: [] }] : [])
  })
  return Promise.all(found).then((files) => files.flat())
}

async function readEntry(entry: FileSystemEntry, path: readonly string[]): Promise<DroppedFile[]> {
  if (path.length > 0 && litter.test(entry.name)) return []
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      ;(entry as FileSystemFileEntry).file(resolve, reject)
    })
    return [{ file, path }]
  }
  const below: DroppedFile[] = []
  for (const child of await readAll((entry as FileSystemDirectoryEntry).createReader()))
    below.push(...(await readEntry(child, [...path, entry.name])))
  return below
}

/** Browsers give the entries of a folder a hundred at a time. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (part.length === 0) return all
    all.push(...part)
  }
}
