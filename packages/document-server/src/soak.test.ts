import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeBudgetXlsx, makeReportDocx, makeTalkPptx } from '@lectern/fixtures'
import { openEditorPage } from './testing/editor-page.js'
import { startFakePortal } from './testing/fake-portal.js'
import type { FakePortal } from './testing/fake-portal.js'
import { enginePids, startServerProcess } from './testing/server-process.js'
import type { ServerProcess } from './testing/server-process.js'
import { signClaims, testSecret } from './testing/test-server.js'

/** SOAK_CYCLES=1000 opens and closes so many documents; without it nothing is done. */
const cycles = Number(process.env['SOAK_CYCLES'] ?? 0)
/** Caches fill in the first cycles. */
const warmCycles = Math.ceil(cycles / 5)
const patienceMs = 240_000
const megabyte = 1_000_000

interface Figures {
  cycle: number
  serverMegabytes: number
  engineMegabytes: number
  engines: number
  openFiles: number
  documents: number
}

async function measure(cycle: number, server: ServerProcess): Promise<Figures> {
  const pids = await enginePids(server)
  const engineBytes = await Promise.all(pids.map(residentBytes))
  const { documents } = (await (await fetch(`${server.url}/status.json`)).json()) as { documents: unknown[] }
  return {
    cycle,
    serverMegabytes: Math.round((await residentBytes(server.child.pid ?? 0)) / megabyte),
    engineMegabytes: Math.round(engineBytes.reduce((sum, bytes) => sum + bytes, 0) / megabyte),
    engines: pids.length,
    openFiles: (await readdir(`/proc/${String(server.child.pid)}/fd`)).length,
    documents: documents.length,
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
}

/** Opens a document, types into three of four, closes it, and waits for the last callback. */
async function openAndClose(cycle: number, fileType: string, server: ServerProcess, portal: FakePortal) {
  const key = `soak-${String(cycle)}`
  const config = {
    documentType: 'word',
    document: { key, fileType, title: `Soak.${fileType}`, url: `${portal.url}/files/soak.${fileType}` },
    editorConfig: { callbackUrl: `${portal.url}/callbacks/${key}`, user: { id: 'u1', name: 'Ann' } },
  }
  const page = await openEditorPage(server.url, { token: await signClaims(config) })
  await page.wait('opened')
  page.send({ type: 'viewport', part: 0, tileTwips: 3840, x: 0, y: 0, width: 12_000, height: 8_000 })
  const isChanged = cycle % 4 !== 0
  if (isChanged) {
    const seq = page.type('soak ')
    await page.wait('ack', (ack) => ack.durableSeq >= seq)
  }
  page.leave()
  const { body } = await portal.callback(isChanged ? 2 : 4)
  expect(body.status).toBe(isChanged ? 2 : 4)
  portal.callbacks.length = 0
  portal.log.length = 0
}

describe.skipIf(cycles === 0 || process.platform !== 'linux')(
  'documents opened and closed again and again',
  () => {
    it(
      'leave nothing behind',
      async () => {
        const dataDir = await mkdtemp(join(tmpdir(), 'lectern-soak-'))
        const portal = await startFakePortal(testSecret)
        const sources = {
          docx: await makeReportDocx(),
          xlsx: await makeBudgetXlsx(),
          pptx: await makeTalkPptx(),
        }
        for (const [fileType, bytes] of Object.entries(sources))
          portal.files.set(`/files/soak.${fileType}`, bytes)
        const server = await startServerProcess({
          ...{
            PORT: '0',
            DATA_DIR: dataDir,
            JWT_SECRET: testSecret,
            LOG_LEVEL: 'fatal',
            ENGINE_PROCESSES: '1',
          },
          SAVE_DELAY_MS: '20',
        })
        try {
          const figures: Figures[] = []
          const startedAt = Date.now()
          for (let cycle = 0; cycle < cycles; cycle += 1) {
            await openAndClose(cycle, Object.keys(sources)[cycle % 3]!, server, portal)
            if ((cycle + 1) % warmCycles === 0) figures.push(await measure(cycle + 1, server))
          }
          console.table(figures)
          console.log(
            `${String(cycles)} cycles, ${String(Math.round((Date.now() - startedAt) / cycles))} ms each`,
          )
          const warm = figures[0]!
          const last = figures.at(-1)!
          expect(last.serverMegabytes - warm.serverMegabytes).toBeLessThan(100)
          expect(last.engineMegabytes - warm.engineMegabytes).toBeLessThan(400)
          expect(last.openFiles - warm.openFiles).toBeLessThan(10)
          expect(last.engines).toBe(1)
          await expect.poll(async () => (await measure(cycles, server)).documents).toBe(0)
        } finally {
          await server.end('SIGTERM')
          await portal.close()
          await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
        }
      },
      patienceMs + cycles * 30_000,
    )
  },
)
