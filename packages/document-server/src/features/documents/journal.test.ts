import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../lib/clock.js'
import { createSeal } from '../../lib/seal.js'
import { createJournal } from './journal.js'
import type { JournalEntry } from './journal-entry.js'

const errors: string[] = []
const noLog = () => undefined
const log = { info: noLog, warn: noLog, debug: noLog, error: (_: object, text: string) => errors.push(text) }
let folder: string
let kept: JournalEntry[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-journal-'))
  kept = []
  errors.length = 0
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const openJournal = async (where = folder) => {
  const journal = createJournal({
    ...{ folder: where, clock: systemClock, log },
    onKept: (entries) => kept.push(...entries),
  })
  await journal.read(0)
  return journal
}

const typed = (seq: number): JournalEntry => ({
  ...{ type: 'input', participantId: 'p1', at: seq },
  input: { type: 'text', seq, text: `letter ${seq}` },
})

describe('a journal', () => {
  it('of a protected file can be read with the secret of the server only', async () => {
    const sealedWith = async (secret: string) => {
      const seal = createSeal(secret)
      const journal = createJournal({
        folder,
        clock: systemClock,
        log,
        seal: () => seal,
        onKept: () => undefined,
      })
      return { journal, entries: await journal.read(0) }
    }
    const { journal } = await sealedWith('one')
    journal.append(typed(1))
    journal.append(typed(2))
    await journal.close()
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('letter')
    expect((await sealedWith('two')).entries).toEqual([])
    expect((await sealedWith('one')).entries).toEqual([typed(1), typed(2)])
  })

  it('gives back what was appended, in order, across the files that it was cut into', async () => {
    const journal = await openJournal()
    journal.append(typed(1))
    const second = journal.cut()
    journal.append(typed(2))
    await journal.flush()
    expect(kept).toEqual([typed(1), typed(2)])
    const again = await openJournal()
    expect(await again.read(0)).toEqual([typed(1), typed(2)])
    expect(await again.read(second)).toEqual([typed(2)])
    await Promise.all([journal.close(), again.close()])
  })

  it('writes by itself a moment later', async () => {
    const journal = await openJournal()
    journal.append(typed(1))
    await expect.poll(() => kept).toEqual([typed(1)])
    await journal.close()
  })

  it('leaves out a line that a crash tore, and goes on in a file of its own', async () => {
    const journal = await openJournal()
    journal.append(typed(1))
    await journal.close()
    await appendFile(join(folder, 'journal-0.jsonl'), JSON.stringify(typed(2)).slice(0, 40))
    const again = await openJournal()
    expect(await again.read(0)).toEqual([typed(1)])
    again.append(typed(2))
    await again.flush()
    expect(await again.read(0)).toEqual([typed(1), typed(2)])
    await again.close()
  })

  it('removes the files that a kept state contains', async () => {
    const journal = await openJournal()
    journal.append(typed(1))
    const second = journal.cut()
    journal.append(typed(2))
    await journal.flush()
    await journal.removeBefore(second)
    expect(await readdir(folder)).toEqual([`journal-${second}.jsonl`])
    await journal.close()
  })

  it('says that the disk does not take it, tells nobody that it is kept, and recovers with the next file', async () => {
    const blocked = join(folder, 'file')
    await writeFile(blocked, 'in the way')
    const journal = createJournal({
      ...{ folder: blocked, clock: systemClock, log },
      onKept: (entries) => kept.push(...entries),
    })
    journal.append(typed(1))
    await expect(journal.flush()).rejects.toThrow()
    expect(errors).toEqual(['Input could not be written to the journal'])
    await rm(blocked)
    journal.append(typed(2))
    await expect(journal.flush()).rejects.toThrow()
    journal.cut()
    journal.append(typed(3))
    await journal.flush()
    expect(kept).toEqual([typed(3)])
    await journal.close()
  })
})
