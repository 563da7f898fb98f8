import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBudgetXlsx, makeMacroFile, makeReportDocx, makeTalkPptx } from '@lectern/fixtures'
import { openEditorPage } from './testing/editor-page.js'
import { startFakePortal } from './testing/fake-portal.js'
import type { FakePortal } from './testing/fake-portal.js'
import { mutate } from './testing/mutate.js'
import { createRandom } from './testing/random.js'
import { enginePids, isAlive, startServerProcess } from './testing/server-process.js'
import type { ServerProcess } from './testing/server-process.js'
import { signClaims, testSecret } from './testing/test-server.js'

/** FUZZ_FILES=2000 tries as many, FUZZ_SEED=2 other ones: without them, each run is the same. */
const { FUZZ_FILES = '6', FUZZ_SEED = '1' } = process.env
const files = Number(FUZZ_FILES)
const longestMs = files * 10_000
/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
const patienceMs = 240_000
const conversionTimeoutMs = 30_000
const random = createRandom(Number(FUZZ_SEED))
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))
const outputs: Record<string, string> = { docm: 'txt', docx: 'pdf', xlsx: 'csv', pptx: 'pdf' }

let dataDir: string
let portal: FakePortal
let server: ServerProcess
let sources: { fileType: string; bytes: Uint8Array }[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'))
  portal = await startFakePortal(testSecret)
  sources = [...(await madeSources()), ...(await sampleSources())]
  server = await startServerProcess({
    ...{ PORT: '0', DATA_DIR: dataDir, JWT_SECRET: testSecret, LOG_LEVEL: 'silent', ENGINE_PROCESSES: '1' },
    ...{ CONVERSION_TIMEOUT_MS: String(conversionTimeoutMs), ENGINE_TIMEOUT_MS: '10000' },
    ...{ DOWNLOAD_RETRY_WAITS_MS: '0' },
  })
}, patienceMs)
afterAll(async () => {
  await server.end('SIGKILL')
  await portal.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

const isReady = async () => (await (await fetch(`${server.url}/healthcheck`)).text()) === 'true'

async function madeSources() {
  return [
    { fileType: 'docx', bytes: await makeReportDocx() },
    { fileType: 'docm', bytes: await makeMacroFile('docm') },
    { fileType: 'xlsx', bytes: await makeBudgetXlsx() },
    { fileType: 'pptx', bytes: await makeTalkPptx() },
    { fileType: 'csv', bytes: strToU8('Name,Ships\n港口,42\n'.repeat(20)) },
    { fileType: 'html', bytes: strToU8('<p style="color:red">a<b>c</b><img src="x"></p>'.repeat(20)) },
    { fileType: 'rtf', bytes: strToU8('{\\rtf1\\ansi{\\b bold} plain \\par{\\i more}}') },
  ]
}

/** The further types that people have; skipped where the folder is missing. */
async function sampleSources() {
  const wanted = /\.(doc|xls|ppt|odt|ods|odp|rtf|epub|mht)$/
  const names = await readdir(join(samples, 'formats')).catch(() => [])
  return Promise.all(
    names
      .filter((name) => wanted.test(name))
      .map(async (name) => ({
        fileType: name.slice(name.lastIndexOf('.') + 1),
        bytes: new Uint8Array(await readFile(join(samples, 'formats', name))),
      })),
  )
}

/** Converts a file; resolves with the answer, which is a result or an error with a number. */
async function convert(number: number, fileType: string): Promise<Record<string, unknown>> {
  const claims = {
    ...{ async: false, filetype: fileType, key: `fuzz-${String(number)}` },
    ...{ outputtype: outputs[fileType] ?? 'ooxml', url: `${portal.url}/files/${String(number)}` },
  }
  const response = await fetch(`${server.url}/converter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token: await signClaims(claims) }),
    signal: AbortSignal.timeout(conversionTimeoutMs * 3),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

/** Opens a file in the editor; resolves when it is open or an error was told. */
async function open(number: number, fileType: string): Promise<string> {
  const key = `fuzz-open-${String(number)}`
  const config = {
    documentType: 'word',
    document: { key, fileType, title: `Fuzz.${fileType}`, url: `${portal.url}/files/${String(number)}` },
    editorConfig: { mode: 'view', user: { id: 'u1', name: 'Ann' } },
  }
  const page = await openEditorPage(server.url, { token: await signClaims(config) })
  const outcome = await Promise.race([page.wait('opened'), page.wait('error')])
  page.leave()
  return outcome.type
}

describe(`mutated files (FUZZ_SEED=${FUZZ_SEED})`, () => {
  it(
    'never take the server down, hang it, or leave a process behind',
    { timeout: longestMs + patienceMs },
    async () => {
      await expect.poll(isReady, { timeout: patienceMs, interval: 100 }).toBe(true)
      const startedAt = Date.now()
      const pids = new Set<number>()
      const seen: Record<string, number> = {}
      let tried = 0
      for (; tried < files && Date.now() - startedAt < longestMs; tried += 1) {
        const { fileType, bytes } = pick(sources)
        portal.files.set(`/files/${String(tried)}`, mutate(bytes, random, pick(sources).bytes))
        const answer =
          tried % 4 === 3
            ? await open(tried, fileType)
            : await convert(tried, fileType).then((reply) => JSON.stringify(reply['error'] ?? 'converted'))
        seen[answer] = (seen[answer] ?? 0) + 1
        for (const pid of await enginePids(server)) pids.add(pid)
        portal.files.delete(`/files/${String(tried)}`)
      }
      console.log(`${String(tried)} files in ${String(Date.now() - startedAt)} ms`, seen)
      expect(server.child.exitCode).toBeNull()
      // A healthy file is still converted.
      const healthy = await makeReportDocx()
      let attempt = 0
      const convertHealthy = () => {
        attempt -= 1
        portal.files.set(`/files/${String(attempt)}`, healthy)
        return convert(attempt, 'docx')
      }
      await expect.poll(convertHealthy, { timeout: patienceMs }).toMatchObject({ endConvert: true })
      for (const pid of await enginePids(server)) pids.add(pid)
      await server.end('SIGTERM')
      await expect.poll(() => [...pids].filter(isAlive), { timeout: 30_000 }).toEqual([])
    },
  )
})
