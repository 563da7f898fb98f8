import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBudgetXlsx, makeLongDocx, makeLongXlsx, makeReportDocx, makeTalkPptx } from '@lectern/fixtures'
import { createEnginePool } from '../src/features/engine/index.js'
import type { EngineDocument, EnginePool } from '../src/features/engine/index.js'
import { openView } from '../src/features/engine/testing/recording-view.js'
import type { RecordingView } from '../src/features/engine/testing/recording-view.js'
import { percentile, record } from './measures.js'

/** How long ten people type. */
const typingMs = Number(process.env['BENCH_TYPING_SECONDS'] ?? 60) * 1_000
const keyEveryMs = 200
const people = 10
/** Letters that the document does not hold otherwise, one for each person. */
const letters = 'αβγδεζηθικ'
const viewport = { part: 0, tileTwips: 3840, x: 0, y: 0, width: 15_360, height: 11_520 }
let pool: EnginePool
const sources: Record<string, Uint8Array> = {}

const since = (startedAt: number) => performance.now() - startedAt
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  Object.assign(sources, {
    docx: await makeReportDocx(),
    xlsx: await makeBudgetXlsx(),
    pptx: await makeTalkPptx(),
  })
  const startedAt = performance.now()
  pool = createEnginePool({ maxProcesses: 1, logLevel: 'warn' })
  await pool.ready()
  record({ name: 'engine ready after its start', unit: 's', target: 6, values: [since(startedAt) / 1_000] })
  // The first document of each kind loads the parts of the engine that open it.
  for (const [fileType, bytes] of Object.entries(sources)) await (await pool.open(bytes, fileType)).close()
})
afterAll(() => pool.stop())

async function openTimed(
  bytes: Uint8Array,
  fileType: string,
): Promise<{ document: EngineDocument; seconds: number }> {
  const startedAt = performance.now()
  const document = await pool.open(bytes, fileType)
  return { document, seconds: since(startedAt) / 1_000 }
}

it.each(['docx', 'xlsx', 'pptx'])('opens %s', async (fileType) => {
  const values: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const { document, seconds } = await openTimed(sources[fileType]!, fileType)
    values.push(seconds)
    await document.close()
  }
  record({ name: `opening a warm ${fileType.toUpperCase()}`, unit: 's', target: 1, values })
})

it.each([
  ['a DOCX of 200 pages', 'docx', () => makeLongDocx(200)],
  ['an XLSX of 50,000 rows', 'xlsx', () => makeLongXlsx(50_000)],
] as const)('opens %s and takes a key', async (name, fileType, make) => {
  const bytes = await make()
  const startedAt = performance.now()
  const { document, seconds } = await openTimed(bytes, fileType)
  record({ name: `opening ${name}`, unit: 's', target: 6, values: [seconds] })
  const ann = await openView(document)
  ann.view.setViewport(viewport)
  await ann.next('tile')
  await ann.type('x')
  await ann.next(fileType === 'docx' ? 'cursor' : 'formula')
  record({
    name: `${name}: until the first key is in`,
    unit: 's',
    target: 6,
    values: [since(startedAt) / 1_000],
  })
  if (fileType === 'docx') expect(document.info.pages.length).toBeGreaterThanOrEqual(200)
  await document.close()
})

it('saves a DOCX', async () => {
  const document = await pool.open(sources['docx']!, 'docx')
  const values: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now()
    await document.save('docx')
    values.push(since(startedAt) / 1_000)
  }
  await document.close()
  record({ name: 'saving a DOCX', unit: 's', target: 0.5, values })
})

it('converts to PDF', async () => {
  const values: number[] = []
  for (let round = 0; round < 6; round += 1) {
    const fileType = ['docx', 'xlsx', 'pptx'][round % 3]!
    const startedAt = performance.now()
    const document = await pool.open(sources[fileType]!, fileType, undefined, { purpose: 'convert' })
    await document.save('pdf')
    await document.close()
    values.push(since(startedAt) / 1_000)
  }
  record({ name: 'a conversion to PDF, warm', unit: 's', target: 1, values })
})

it('needs little memory for each further document', async () => {
  const residentMegabytes = () => (pool.status().processes[0]?.rssBytes ?? 0) / 1_000_000
  const documents = [await pool.open(sources['docx']!, 'docx')]
  const before = residentMegabytes()
  for (let more = 0; more < 10; more += 1) documents.push(await pool.open(sources['docx']!, 'docx'))
  const values = [(residentMegabytes() - before) / 10]
  record({ name: 'memory for a further open document', unit: 'MB', target: 50, values })
  for (const document of documents) await document.close()
})

/** Gives what a view has to show for its cursor to be seen, as the page does when the cursor leaves it. */
function follow({ events }: RecordingView, shown: number): number {
  const cursor = events.findLast((event) => event.type === 'cursor')
  const y = cursor?.rect?.y ?? shown
  if (y > shown && y < shown + viewport.height - viewport.tileTwips) return shown
  const top = Math.max(0, y - viewport.height / 2)
  return top - (top % viewport.tileTwips)
}

/** Types a letter; gives the milliseconds until the engine tells where its cursor is now, and until it is painted. */
async function typeTimed(
  { view, next, events }: RecordingView,
  letter: string,
): Promise<{ told: number; painted: number }> {
  const from = events.length
  const startedAt = performance.now()
  // The cursor is told together with what has become invalid, and before it is painted.
  const told = next('cursor', () => true, from).then(() => since(startedAt))
  const painted = next('tile', () => true, from).then(() => since(startedAt))
  await view.input({ type: 'text', text: letter })
  return { told: await told, painted: await painted }
}

function recordKeys(people: number, name: string, values: number[], targets: [number, number] | []): void {
  const [median, p95] = targets
  record({ name: `${name}, ${people} people`, unit: 'ms', target: median, values })
  record({
    name: `${name}, ${people} people, p95`,
    unit: 'ms',
    target: p95,
    values: [percentile(values, 95)],
  })
}

async function openPeople(document: EngineDocument, count: number): Promise<RecordingView[]> {
  const views: RecordingView[] = []
  for (let person = 0; person < count; person += 1) {
    const opened = await openView(document, { authorName: `Person ${String(person)}` })
    opened.view.setViewport(viewport)
    await opened.next('tile')
    views.push(opened)
  }
  return views
}

it('shows the keys of two people', async () => {
  const document = await pool.open(sources['docx']!, 'docx')
  const views = await openPeople(document, 2)
  const told: number[] = []
  const painted: number[] = []
  for (let key = 0; key < 200; key += 1) {
    const delays = await typeTimed(views[key % 2]!, 'm')
    if (key >= 20) {
      told.push(delays.told)
      painted.push(delays.painted)
    }
    await sleep(20)
  }
  await document.close()
  recordKeys(2, 'key to invalidation', told, [5, 20])
  recordKeys(2, 'key to painted change', painted, [])
})

it('shows the keys of ten people, and loses none', async () => {
  const document = await pool.open(sources['docx']!, 'docx')
  const views = await openPeople(document, people)
  const delays: number[] = []
  const typed = letters.split('').map(() => 0)
  const startedAt = performance.now()
  await Promise.all(
    views.map(async (view, person) => {
      let top = viewport.y
      await sleep((keyEveryMs / people) * person)
      while (since(startedAt) < typingMs) {
        const keyAt = performance.now()
        typed[person] = (typed[person] ?? 0) + 1
        delays.push((await typeTimed(view, letters[person]!)).painted)
        const below = follow(view, top)
        if (below !== top) view.view.setViewport({ ...viewport, y: (top = below) })
        await sleep(Math.max(0, keyEveryMs - since(keyAt)))
      }
    }),
  )
  const text = strFromU8(unzipSync(await document.save('docx'))['word/document.xml']!).toLowerCase()
  const found = letters.split('').map((letter) => text.split(letter).length - 1)
  await document.close()
  expect(found).toEqual(typed)
  record({
    name: 'key to painted change, 10 people, p95',
    unit: 'ms',
    target: 100,
    values: [percentile(delays, 95)],
  })
})
