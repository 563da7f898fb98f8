import { mkdir, open, readdir, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../lib/clock.js'
import { isMissing, readIfThere, syncFolder } from '../../lib/durable-file.js'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { Seal } from '../../lib/seal.js'
import { createSerial } from '../../lib/serial.js'
import { journalEntrySchema } from './journal-entry.js'
import type { JournalEntry } from './journal-entry.js'

/**
 * What happened to a document since its kept state, on disk. A journal is a row of numbered files: each kept state names
 * the first one that it does not contain.
 */
export interface Journal {
  /** Notes an entry, which is on disk some 50 ms later, or when a `flush` resolves. */
  append: (entry: JournalEntry) => void
  /** Writes all entries now; rejects when the disk does not take them. */
  flush: () => Promise<void>
  /** Begins the next file, in which all later entries go; gives its number. */
  cut: () => number
  /** Gives all whole entries from a file on, in order. To be called before the first `append`. */
  read: (from: number) => Promise<JournalEntry[]>
  /** Removes what a kept state contains. */
  removeBefore: (number: number) => Promise<void>
  /** Bytes in the present file. */
  size: () => number
  close: () => Promise<void>
}

interface JournalOptions {
  folder: string
  clock: Clock
  log: Log
  /** Hides the entries of a protected file; undefined for others. */
  seal?: () => Seal | undefined
  /** Hears of entries that are on disk now. */
  onKept: (entries: JournalEntry[]) => void
}

/** Entries of so long a time share one write and one sync. */
const commitDelayMs = 50
const namePattern = /^journal-(\d{1,15})\.jsonl$/

interface Batch {
  number: number
  entries: JournalEntry[]
}

/** Creates the journal of one document; files of an earlier run are only read. */
export function createJournal({ folder, clock, log, seal, onKept }: JournalOptions): Journal {
  const serial = createSerial()
  let number = 0
  let isNumbered = false
  let batches: Batch[] = []
  let file: { number: number; handle: FileHandle } | undefined
  let broken: { number: number; cause: unknown } | undefined
  let bytes = 0
  let cancelTimer: (() => void) | undefined

  const pathOf = (which: number) => join(folder, `journal-${which}.jsonl`)

  function schedule(): void {
    cancelTimer ??= clock.after(commitDelayMs, () => {
      // Said in the log when it happened; later entries are then kept by the next state.
      flush().catch(() => undefined)
    })
  }

  function flush(): Promise<void> {
    cancelTimer?.()
    cancelTimer = undefined
    return serial.run(writeAll)
  }

  async function writeAll(): Promise<void> {
    const waiting = batches
    batches = []
    for (const batch of waiting) if (batch.number !== broken?.number) await write(batch)
    if (broken?.number === number) throw broken.cause
  }

  async function write({ number: which, entries }: Batch): Promise<void> {
    const hide = seal?.()
    const text = entries.map((entry) => `${writeEntry(entry, hide)}\n`).join('')
    try {
      const handle = await handleOf(which)
      await handle.appendFile(text)
      await handle.datasync()
    } catch (cause) {
      // Nothing may follow a gap, so this file ends here; the next kept state begins another.
      broken = { number: which, cause }
      log.error({ folder, reason: reasonOf(cause) }, 'Input could not be written to the journal')
      return
    }
    bytes += text.length
    onKept(entries)
  }

  async function handleOf(which: number): Promise<FileHandle> {
    if (file?.number === which) return file.handle
    await closeFile()
    await mkdir(folder, { recursive: true })
    const handle = await open(pathOf(which), 'a', 0o600)
    file = { number: which, handle }
    bytes = 0
    await syncFolder(folder)
    return handle
  }

  async function closeFile(): Promise<void> {
    const former = file
    file = undefined
    await former?.handle.close()
  }

  async function listNumbers(): Promise<number[]> {
    const names = await readdir(folder).catch((cause: unknown) => {
      if (isMissing(cause)) return []
      throw cause
    })
    return names.flatMap((name) => namePattern.exec(name)?.[1] ?? []).map(Number)
  }

  async function read(from: number): Promise<JournalEntry[]> {
    const found = (await listNumbers()).sort((a, b) => a - b)
    // Never behind a line that a crash tore: what goes on, goes on in a file of its own.
    if (!isNumbered) number = Math.max((found.at(-1) ?? -1) + 1, from)
    isNumbered = true
    const entries: JournalEntry[] = []
    for (const which of found) {
      if (which < from) continue
      const text = (await readIfThere(pathOf(which)))?.toString('utf8') ?? ''
      entries.push(...readEntries(text, seal?.()))
    }
    return entries
  }

  return {
    append: (entry) => {
      const last = batches.at(-1)
      if (last?.number === number) last.entries.push(entry)
      else batches.push({ number, entries: [entry] })
      schedule()
    },
    flush,
    cut: () => (number += 1),
    read: async (from) => {
      await flush().catch(() => undefined)
      return serial.run(() => read(from))
    },
    removeBefore: (limit) =>
      serial.run(async () => {
        if (file && file.number < limit) await closeFile()
        for (const which of await listNumbers()) if (which < limit) await rm(pathOf(which), { force: true })
      }),
    size: () => (file?.number === number ? bytes : 0),
    close: async () => {
      await flush().catch(() => undefined)
      await serial.run(closeFile)
    },
  }
}

/** Reads lines up to the first that is not whole: a crash tears the last one, and nothing behind it counts. */
function readEntries(text: string, seal: Seal | undefined): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const line of text.split('\n')) {
    const entry = line === '' ? undefined : parseEntry(line, seal)
    if (!entry) break
    entries.push(entry)
  }
  return entries
}

function writeEntry(entry: JournalEntry, seal: Seal | undefined): string {
  const text = JSON.stringify(entry)
  return seal ? seal.close(text) : text
}

function parseEntry(line: string, seal: Seal | undefined): JournalEntry | undefined {
  try {
    const text = line.startsWith('{') ? line : (seal?.open(line) ?? '')
    const parsed = journalEntrySchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    // A torn line is no JSON.
    return undefined
  }
}
