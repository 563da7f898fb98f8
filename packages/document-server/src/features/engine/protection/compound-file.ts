/** A file inside a compound file. */
export interface CompoundStream {
  name: string
  bytes: Uint8Array
}

/** A folder inside a compound file. */
export interface CompoundStorage {
  name: string
  entries: CompoundEntry[]
}

export type CompoundEntry = CompoundStream | CompoundStorage

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const sectorBytes = 512
const miniSectorBytes = 64
/** Smaller streams share sectors. */
const miniLimitBytes = 4_096
const entryBytes = 128
const headerTableEntries = 109
const numbersPerSector = sectorBytes / 4
const endOfChain = 0xfffffffe
const none = 0xffffffff
const tableSector = 0xfffffffd
const tableListSector = 0xfffffffc
const kinds = { storage: 1, stream: 2, root: 5 } as const

interface DirectoryEntry {
  name: string
  kind: (typeof kinds)[keyof typeof kinds]
  start: number
  size: number
  next: number
  child: number
}

/** Writes a compound file of version 3, the container of Office files that are encrypted or old. */
export function writeCompoundFile(entries: CompoundEntry[]): Uint8Array {
  const small = createSectors(miniSectorBytes)
  const sectors = createSectors(sectorBytes)
  const root: DirectoryEntry = {
    name: 'Root Entry',
    kind: kinds.root,
    start: 0,
    size: 0,
    next: none,
    child: none,
  }
  const directory = [root]
  root.child = addEntries(directory, entries, (bytes) =>
    (bytes.length < miniLimitBytes ? small : sectors).add(bytes),
  )
  root.size = small.count() * miniSectorBytes
  root.start = sectors.add(small.bytes())
  const miniTable = sectors.add(numbers(small.table))
  const miniTableSectors = Math.ceil(small.count() / numbersPerSector)
  const directoryStart = sectors.add(Buffer.concat(padded(directory).map(writeEntry)))
  const { tables, first, lists, listStart } = writeTables(sectors.table)
  const header = writeHeader({ tables: tables.length / sectorBytes, first, directoryStart })
  header.writeUInt32LE(miniTableSectors === 0 ? endOfChain : miniTable, 60)
  header.writeUInt32LE(miniTableSectors, 64)
  header.writeUInt32LE(lists.length === 0 ? endOfChain : listStart, 68)
  header.writeUInt32LE(lists.length / sectorBytes, 72)
  return Buffer.concat([header, sectors.bytes(), tables, lists])
}

/** Sectors in a row, and the table that says which one follows which. */
function createSectors(size: number) {
  const table: number[] = []
  const chunks: Uint8Array[] = []
  return {
    table,
    count: () => table.length,
    bytes: () => Buffer.concat(chunks),
    /** Gives the number of the first sector. */
    add(bytes: Uint8Array): number {
      if (bytes.length === 0) return endOfChain
      const start = table.length
      const last = start + Math.ceil(bytes.length / size) - 1
      for (let sector = start; sector < last; sector += 1) table.push(sector + 1)
      table.push(endOfChain)
      chunks.push(bytes, Buffer.alloc((last - start + 1) * size - bytes.length, 0xff))
      return start
    },
  }
}

/** Adds the entries of one folder, each linked to the next larger one; gives the number of the first. */
function addEntries(
  directory: DirectoryEntry[],
  entries: CompoundEntry[],
  store: (bytes: Uint8Array) => number,
): number {
  const sorted = entries.toSorted(byName)
  const first = directory.length
  const added = sorted.map((entry, index): DirectoryEntry => {
    const isStream = 'bytes' in entry
    return {
      name: entry.name,
      kind: isStream ? kinds.stream : kinds.storage,
      start: isStream ? store(entry.bytes) : 0,
      size: isStream ? entry.bytes.length : 0,
      next: index + 1 < sorted.length ? first + index + 1 : none,
      child: none,
    }
  })
  directory.push(...added)
  for (const [index, entry] of sorted.entries()) {
    const target = added[index]
    if (target && 'entries' in entry) target.child = addEntries(directory, entry.entries, store)
  }
  return sorted.length === 0 ? none : first
}

/** Shorter names come first. */
function byName(left: CompoundEntry, right: CompoundEntry): number {
  if (left.name.length !== right.name.length) return left.name.length - right.name.length
  return left.name.toUpperCase() < right.name.toUpperCase() ? -1 : 1
}

/** A directory ends with its sector. */
function padded(directory: DirectoryEntry[]): (DirectoryEntry | undefined)[] {
  const perSector = sectorBytes / entryBytes
  const empty = (perSector - (directory.length % perSector)) % perSector
  return [...directory, ...Array.from({ length: empty }, () => undefined)]
}

function writeEntry(entry: DirectoryEntry | undefined): Buffer {
  const bytes = Buffer.alloc(entryBytes)
  bytes.fill(0xff, 68, 80)
  if (!entry) return bytes
  bytes.write(entry.name, 0, 'utf16le')
  bytes.writeUInt16LE((entry.name.length + 1) * 2, 64)
  const black = 1
  bytes.set([entry.kind, black], 66)
  bytes.writeUInt32LE(entry.next, 72)
  bytes.writeUInt32LE(entry.child, 76)
  bytes.writeUInt32LE(entry.start, 116)
  bytes.writeUInt32LE(entry.size, 120)
  return bytes
}

/** Writes the table of sectors, which covers itself, and the list of its sectors that the header has no room for. */
function writeTables(table: number[]) {
  const count = table.length
  let tableCount = 0
  let listCount = 0
  for (;;) {
    const neededTables = Math.ceil((count + tableCount + listCount) / numbersPerSector)
    const neededLists = Math.ceil(Math.max(0, neededTables - headerTableEntries) / (numbersPerSector - 1))
    if (neededTables === tableCount && neededLists === listCount) break
    tableCount = neededTables
    listCount = neededLists
  }
  const places = Array.from({ length: tableCount }, (_, index) => count + index)
  const all = [
    ...table,
    ...places.map(() => tableSector),
    ...Array.from({ length: listCount }, () => tableListSector),
  ]
  const listStart = count + tableCount
  const tables = Buffer.alloc(tableCount * sectorBytes, 0xff)
  tables.set(numbers(all))
  const lists = Buffer.alloc(listCount * sectorBytes, 0xff)
  for (let list = 0; list < listCount; list += 1) {
    const from = headerTableEntries + list * (numbersPerSector - 1)
    lists.set(numbers(places.slice(from, from + numbersPerSector - 1)), list * sectorBytes)
    const next = list + 1 < listCount ? listStart + list + 1 : endOfChain
    lists.writeUInt32LE(next, (list + 1) * sectorBytes - 4)
  }
  return { tables, first: places.slice(0, headerTableEntries), lists, listStart }
}

function writeHeader({
  tables,
  first,
  directoryStart,
}: {
  tables: number
  first: number[]
  directoryStart: number
}) {
  const header = Buffer.alloc(sectorBytes)
  header.set(magic)
  const [minorVersion, majorVersion, littleEndian, sectorShift, miniShift] = [0x3e, 3, 0xfffe, 9, 6]
  for (const [index, value] of [minorVersion, majorVersion, littleEndian, sectorShift, miniShift].entries())
    header.writeUInt16LE(value, 24 + index * 2)
  header.writeUInt32LE(tables, 44)
  header.writeUInt32LE(directoryStart, 48)
  header.writeUInt32LE(miniLimitBytes, 56)
  header.fill(0xff, 76)
  header.set(numbers(first), 76)
  return header
}

function numbers(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
