import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { startFakePortal } from './testing/fake-portal.js'
import type { FakePortal } from './testing/fake-portal.js'
import { createRandom } from './testing/random.js'
import { enginePids, isAlive, startServerProcess } from './testing/server-process.js'
import type { ServerProcess } from './testing/server-process.js'
import { signClaims, testSecret } from './testing/test-server.js'
import { createTypist } from './testing/typist.js'
import type { Typist } from './testing/typist.js'

/** FAULT_SECONDS=120 lets it go on for two minutes, FAULT_SEED repeats a run. */
const { FAULT_SECONDS = '15', FAULT_SEED = String(Date.now() % 1_000_000) } = process.env
const atLeastMs = Number(FAULT_SECONDS) * 1_000
const random = createRandom(Number(FAULT_SEED))
/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
const patienceMs = 400_000
const keyPauseMs = 40
const enter = 1280
const ctrlEnd = 8192 + 1029
const key = 'fault-injection'

/** Each author has letters of an own script, which the document does not hold otherwise. */
const scripts = ['αβγδεζηθικ', 'абвгдежзий'] as const

let dataDir: string
let portal: FakePortal
let server: ServerProcess
let typists: Typist[] = []

const start = (port: string, recoveryGraceMs: number) =>
  startServerProcess({
    PORT: port,
    DATA_DIR: dataDir,
    JWT_SECRET: testSecret,
    // A spare would start at the same time, and what is killed here comes back soon enough without.
    ENGINE_PROCESSES: '1',
    LOG_LEVEL: process.env['FAULT_LOG'] ?? 'fatal',
    RECONNECT_GRACE_MS: String(patienceMs),
    RECOVERY_GRACE_MS: String(recoveryGraceMs),
  })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lectern-faults-'))
  portal = await startFakePortal(testSecret)
  portal.files.set(`/files/${key}.docx`, await makeReportDocx())
  server = await start('0', patienceMs)
}, patienceMs)

afterAll(async () => {
  for (const typist of typists) typist.vanish()
  await server.end('SIGTERM')
  await portal.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
}, patienceMs)

const openAs = (user: string) =>
  createTypist({
    url: () => server.url,
    sign: () =>
      signClaims({
        documentType: 'word',
        document: {
          ...{ key, fileType: 'docx', title: 'Faults.docx', permissions: { edit: true } },
          url: `${portal.url}/files/${key}.docx`,
        },
        editorConfig: { callbackUrl: `${portal.url}/callbacks/${key}`, user: { id: user, name: user } },
      }),
  })

/** Counts with ten letters as digits, so that a letter that is missing or in the wrong place is seen. */
function* counting(letters: string): Generator<string> {
  for (let number = 0; ; number += 1)
    for (const digit of String(number).padStart(4, '0')) yield letters[Number(digit)]!
}

/** Lets an author type, also while the line is broken; gives what stops it. */
function keepTyping(typist: Typist, letters: string): () => void {
  const count = counting(letters)
  let typed = 0
  const timer = setInterval(() => {
    // A page holds its input back while the editor is not there; a little is typed into the gap.
    if (!typist.isOpen() && random() > 0.05) return
    typed += 1
    if (typed % 60 === 0) typist.press(enter, 13)
    else typist.type(count.next().value as string)
  }, keyPauseMs)
  return () => {
    clearInterval(timer)
  }
}

const everybodyIsIn = () =>
  expect.poll(() => typists.every((typist) => typist.isOpen()), { timeout: patienceMs }).toBe(true)

const pause = (longestMs: number) => new Promise((resolve) => setTimeout(resolve, random() * longestMs))

async function killEngine(): Promise<void> {
  for (const pid of await enginePids(server)) process.kill(pid, 'SIGKILL')
  await expect.poll(() => typists.some((typist) => typist.isOpen()), { timeout: patienceMs }).toBe(false)
}

async function killServer(recoveryGraceMs = patienceMs): Promise<void> {
  const orphans = await enginePids(server)
  await server.end('SIGKILL')
  await expect.poll(() => orphans.filter(isAlive), { timeout: 30_000 }).toEqual([])
  server = await start(new URL(server.url).port, recoveryGraceMs)
}

async function savedText(): Promise<string> {
  const saved = () => portal.callbacks.find(({ body }) => body.status === 2)
  await expect.poll(saved, { timeout: patienceMs }).toBeDefined()
  const bytes = new Uint8Array(await (await fetch(saved()!.body.url!)).arrayBuffer())
  // The engine makes the first letter of a sentence a capital one.
  return strFromU8(unzipSync(bytes)['word/document.xml']!)
    .replace(/<[^>]+>/g, '')
    .toLowerCase()
}

describe(`two people who type while engine and server are killed (FAULT_SEED=${FAULT_SEED})`, () => {
  it(
    'find every acknowledged letter in the saved file, in order and once, also when they never come back',
    async () => {
      typists = [openAs('u1'), openAs('u2')]
      await everybodyIsIn()
      typists[1]?.press(ctrlEnd)
      const stops = typists.map((typist, index) => keepTyping(typist, scripts[index]!))
      const startedAt = Date.now()
      for (let kills = 0; kills < 2 || Date.now() - startedAt < atLeastMs; kills += 1) {
        await pause(4_000)
        if (kills === 0 || (kills > 1 && random() < 0.5)) await killEngine()
        else await killServer()
        await everybodyIsIn()
      }
      await pause(3_000)
      for (const stop of stops) stop()
      for (const typist of typists) typist.vanish()
      await killServer(100)
      const text = await savedText()
      typists.forEach((typist, index) => {
        const found = Array.from(text)
          .filter((letter) => scripts[index]!.includes(letter))
          .join('')
        expect(typist.text().slice(0, found.length)).toBe(found)
        expect(found.length).toBeGreaterThanOrEqual(typist.keptLetters())
        expect(typist.keptLetters()).toBeGreaterThan(20)
        // A second of typing is the most that may be missing.
        expect(typist.text().length - found.length).toBeLessThanOrEqual(1_000 / keyPauseMs)
      })
    },
    // It takes as long as engines need to start, three times at least.
    atLeastMs * 4 + patienceMs * 4,
  )
})
