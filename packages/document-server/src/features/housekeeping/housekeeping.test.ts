import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Clock } from '../../lib/clock.js'
import { createDocumentStore } from '../documents/index.js'
import type { DocumentRecord, DocumentStore } from '../documents/index.js'
import { createResultStore } from '../results/index.js'
import type { ResultStore } from '../results/index.js'
import { createHousekeeping } from './housekeeping.js'

const dayMs = 86_400_000
const log = pino({ level: 'silent' })
let folder: string
let now: number
let timers: (() => void)[]
let store: DocumentStore
let results: ResultStore
let open: Set<string>

const clock: Clock = {
  now: () => now,
  after: (_delayMs, action) => {
    timers.push(action)
    return () => (timers = timers.filter((timer) => timer !== action))
  },
  sleep: async () => undefined,
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-housekeeping-'))
  now = Date.now()
  timers = []
  open = new Set()
  store = createDocumentStore(join(folder, 'documents'), log)
  results = createResultStore(join(folder, 'results'), clock)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function keep(key: string, state: DocumentRecord['state']): Promise<void> {
  const flags = { changed: true, changedSinceSave: false, forceSaved: false, fromForgotten: false }
  const record = {
    key,
    state,
    fileType: 'docx',
    title: 'a',
    baseUrl: 'http://a.example',
    editors: [],
    changes: [],
    journal: 0,
  }
  await store.writeFile(key, 'original.docx', Buffer.from('bytes'))
  await store.save({ ...record, ...flags, original: 'original.docx', updatedAt: now })
}

const limits = { closedDocumentDays: 7, staleKeyDays: 90 }
const sweep = () =>
  createHousekeeping({ store, results, isNeeded: async (key) => open.has(key), clock, log, limits }).start()
const keys = async () => (await store.list()).map(({ key }) => key).sort()

it('removes documents that nobody opened again, and neither open nor unsaved ones', async () => {
  await keep('closed', 'closed')
  await keep('in-use', 'closed')
  await keep('unsaved', 'open')
  open.add('in-use')
  now += 6 * dayMs
  await sweep()
  expect(await keys()).toEqual(['closed', 'in-use', 'unsaved'])
  now += 2 * dayMs
  await sweep()
  expect(await keys()).toEqual(['in-use', 'unsaved'])
  expect(await readdir(join(folder, 'documents'))).toHaveLength(2)
})

it('removes the files of a saved document after a day, and forgets its key much later', async () => {
  await keep('saved', 'saved')
  now += 2 * dayMs
  await sweep()
  expect((await store.find('saved'))?.original).toBeUndefined()
  expect(await store.readFile('saved', 'original.docx')).toBeUndefined()
  now += 80 * dayMs
  await sweep()
  expect(await keys()).toEqual(['saved'])
  now += 10 * dayMs
  await sweep()
  expect(await keys()).toEqual([])
})

it('removes results that no link leads to any more, every hour, until it is stopped', async () => {
  await results.put({ key: 'k', folder: 'k_1', fileName: 'output.docx', bytes: Buffer.from('x') })
  const housekeeping = createHousekeeping({ store, results, isNeeded: async () => false, clock, log, limits })
  await housekeeping.start()
  expect(await readdir(join(folder, 'results'))).toEqual(['k_1'])
  const old = new Date(now - 2 * dayMs)
  await utimes(join(folder, 'results', 'k_1'), old, old)
  timers.splice(0).forEach((timer) => timer())
  await expect.poll(() => readdir(join(folder, 'results'))).toEqual([])
  await expect.poll(() => timers).toHaveLength(1)
  housekeeping.stop()
  expect(timers).toEqual([])
})
