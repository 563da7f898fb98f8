import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { openEditorPage } from '../src/testing/editor-page.js'
import { startFakePortal } from '../src/testing/fake-portal.js'
import { startServerProcess } from '../src/testing/server-process.js'
import { signClaims, testSecret } from '../src/testing/test-server.js'
import { record } from './measures.js'

it('saves in the portal when the last person closes', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  const portal = await startFakePortal(testSecret)
  const server = await startServerProcess({
    ...{ PORT: '0', DATA_DIR: dataDir, JWT_SECRET: testSecret, LOG_LEVEL: 'fatal', ENGINE_PROCESSES: '1' },
  })
  const report = await makeReportDocx()
  const values: number[] = []
  for (let round = 0; round < 6; round += 1) {
    const key = `bench-${String(round)}`
    portal.files.set(`/files/${key}`, report)
    const config = {
      documentType: 'word',
      document: { key, fileType: 'docx', title: 'Bench.docx', url: `${portal.url}/files/${key}` },
      editorConfig: { callbackUrl: `${portal.url}/callbacks/${key}`, user: { id: 'u1', name: 'Ann' } },
    }
    const page = await openEditorPage(server.url, { token: await signClaims(config) })
    await page.wait('opened')
    const seq = page.type('Measured. ')
    await page.wait('ack', (ack) => ack.durableSeq >= seq)
    const closedAt = performance.now()
    page.leave()
    await portal.callback(2, round + 1)
    if (round > 0) values.push((performance.now() - closedAt) / 1_000)
  }
  await server.end('SIGTERM')
  await portal.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
  record({ name: 'closing to the callback with the file', unit: 's', target: 1.5, values })
})
