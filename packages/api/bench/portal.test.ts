import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, it } from 'vitest'
import { createDatabase, migrate } from '../src/db/database.js'
import { startPortalProcess, type PortalProcess } from '../src/testing/portal-process.js'
import { measureLoad } from './load.js'
import { percentile, record } from './measures.js'
import { seed, type Seed } from './seed.js'

const rounds = 3
const uploadBytes = 200_000_000
const bareServer = fileURLToPath(new URL('bare-server.mjs', import.meta.url))
let dataDir: string
let library: Seed
let portal: PortalProcess

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'))
  const db = createDatabase({ databaseUrl: undefined, dataDir })
  await migrate(db)
  library = await seed(db, { small: 100, large: 100_000 })
  await db.destroy()
  portal = await startPortalProcess({
    ...{ DATA_DIR: dataDir, BACKGROUND_JOBS: 'off', WEB_DIST: `${dataDir}/web` },
    ...{ PORTAL_SECRET: 'portal-secret-portal-secret-portal-secret' },
    ...{ DOCUMENT_SERVER_URL: 'http://127.0.0.1:9', DOCUMENT_SERVER_SECRET: 'document-server-secret' },
  })
})
afterAll(async () => {
  await portal.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const target = () => ({ url: portal.url, cookie: library.cookie })

/** Rates of several rounds, the first of which only warms up. */
async function ratesOf(where: { url: string; cookie: string }, bodies: object[]): Promise<number[]> {
  const rates: number[] = []
  for (let round = 0; round <= rounds; round++) rates.push((await measureLoad(where, bodies)).perSecond)
  return rates.slice(1)
}

const editorConfigs = () =>
  library.documentIds.slice(0, 50).map((id) => ({
    query: `query ($id: ID!) { editorConfig(documentId: $id) { documentServerUrl config token } }`,
    variables: { id },
  }))

const listings = (id: string) => [
  {
    query: `query ($id: ID!) { folder(id: $id) { name role children(first: 50) { hasNextPage nodes {
      ... on Folder { id name role } ... on Document { id title role owner { name } version { number size createdAt } } } } } }`,
    variables: { id },
  },
]

it('gives editor configs', async () => {
  const answer = await fetch(`${portal.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: library.cookie },
    body: JSON.stringify(editorConfigs()[0]),
  })
  const { data } = (await answer.json()) as { data: { editorConfig: { config: object } } }
  const bare = fork(bareServer, [dataDir])
  try {
    const [url] = (await once(bare, 'message')) as [string]
    bare.send(data.editorConfig.config)
    const rates: number[] = []
    const shares: number[] = []
    // In turns, so that what else the machine does meets both alike. The first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      const { perSecond } = await measureLoad(target(), editorConfigs())
      const { perSecond: bareRate } = await measureLoad({ url, cookie: library.cookie }, [{}])
      rates.push(perSecond)
      shares.push((100 * perSecond) / bareRate)
    }
    const name = 'editor configs'
    record({ name, unit: '/s', target: 2_000, isAtLeast: true, values: rates.slice(1) })
    const share = { unit: '%', target: 33.3, isAtLeast: true }
    record({ name: `${name}, of what a bare handler reaches`, ...share, values: shares.slice(1) })
  } finally {
    bare.disconnect()
  }
})

it('lists the first page of a folder', async () => {
  const small = await ratesOf(target(), listings(library.smallFolderId))
  const large = await ratesOf(target(), listings(library.largeFolderId))
  const name = 'first 50 of a folder of 100,000'
  record({ name, unit: '/s', target: 500, isAtLeast: true, values: large })
  const slower = large.map((rate) => percentile(small, 50) / rate)
  record({ name: `${name}, time to that of a folder of 100`, unit: '×', target: 1.3, values: slower })
})

it('gives documents', async () => {
  const query = 'query ($id: ID!) { document(id: $id) { id title role updatedAt } }'
  const bodies = library.documentIds.slice(0, 1_000).map((id) => ({ query, variables: { id } }))
  const values = await ratesOf(target(), bodies)
  record({ name: 'documents by id', unit: '/s', target: 2_500, isAtLeast: true, values })
})

it('searches in 100,000 documents', async () => {
  const query =
    'query ($input: SearchInput!) { search(input: $input, first: 20) { nodes { ... on Document { id title } } } }'
  const { words } = library
  const texts = words.flatMap((word, index) =>
    index % 50 === 0 ? [word, `report ${word}`, word.slice(0, 5)] : [],
  )
  const bodies = texts.map((text) => ({ query, variables: { input: { text } } }))
  const { latenciesMs } = await measureLoad(target(), bodies, { connections: 1, seconds: 8 })
  const parts = [latenciesMs.slice(0, 100), latenciesMs.slice(100, 200), latenciesMs.slice(200)]
  const values = parts.filter(({ length }) => length > 0).map((part) => percentile(part, 95))
  record({ name: 'search in 100,000 documents, p95', unit: 'ms', target: 50, values })
})

it('takes in 200 MB', async () => {
  const file = path.join(dataDir, 'large.txt')
  const line = Buffer.from(`${'A line of a long log that somebody keeps. '.repeat(3)}\n`.repeat(8_000))
  const source = await open(file, 'w')
  for (let size = 0; size < uploadBytes; size += line.length)
    await source.write(line.subarray(0, Math.min(line.length, uploadBytes - size)))
  await source.sync()
  await source.close()
  const shares: number[] = []
  const growths: number[] = []
  for (let round = 0; round < rounds; round++) {
    const copySeconds = await timed(() => copyPlainly(file, `${file}.copy`))
    // From here on the system notes the highest use anew.
    await writeFile(`/proc/${portal.pid}/clear_refs`, '5')
    const before = await readMemory('VmRSS')
    const uploadSeconds = await timed(() => upload(file, `log ${round}.txt`))
    shares.push((100 * copySeconds) / uploadSeconds)
    growths.push(((await readMemory('VmHWM')) - before) / 1_024)
  }
  const name = 'upload of 200 MB'
  const target = { unit: '%', target: 70, isAtLeast: true }
  record({ name: `${name}, of the speed of a plain copy with hash and fsync`, ...target, values: shares })
  record({ name: `${name}, memory growth`, unit: 'MB', target: 64, values: growths })
})

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

async function copyPlainly(from: string, to: string): Promise<void> {
  const hash = createHash('sha256')
  const copy = await open(to, 'w')
  for await (const chunk of createReadStream(from)) {
    hash.update(chunk as Buffer)
    await copy.write(chunk as Buffer)
  }
  hash.digest('hex')
  await copy.sync()
  await copy.close()
}

/** Uploads as the pages do: by tus. */
async function upload(file: string, name: string): Promise<void> {
  const { cookie } = library
  const metadata = Object.entries({ folderId: library.smallFolderId, filename: name })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const created = await fetch(`${portal.url}/uploads`, {
    method: 'POST',
    headers: {
      ...{ cookie, 'tus-resumable': '1.0.0', 'upload-metadata': metadata },
      ...{ 'upload-length': String(uploadBytes) },
    },
  })
  const address = new URL(created.headers.get('location') ?? '', portal.url)
  await send(address, file)
}

/** Sends a file's bytes; far cheaper than `fetch`, which would be measured with it. */
function send(address: URL, file: string): Promise<void> {
  const { cookie } = library
  const headers = {
    ...{ cookie, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-length': uploadBytes },
    'content-type': 'application/offset+octet-stream',
  }
  return new Promise((resolve, reject) => {
    const sending = request(address, { method: 'PATCH', headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`The upload was refused: ${answer.statusCode}`))
      })
    })
    sending.once('error', reject)
    createReadStream(file, { highWaterMark: 262_144 }).once('error', reject).pipe(sending)
  })
}

/** A line of what the system says of the portal's memory, in KB. */
async function readMemory(line: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${portal.pid}/status`, 'utf8')
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1])
}
