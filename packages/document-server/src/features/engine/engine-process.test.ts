import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngineProcess } from './engine-process.js'
import { startWithoutNetwork } from './isolation.js'

/** A process that speaks as an engine does: it answers pings, takes its time to close documents, and hangs in saves. */
const program = `
process.on('message', ({ id, call }) => {
  if (call === 'save') for (;;);
  const answer = () => process.send({ type: 'answer', id, value: null })
  if (call !== 'closeDocument') return answer()
  const until = Date.now() + 150
  while (Date.now() < until);
  answer()
})
process.on('disconnect', () => process.exit())
process.send({ type: 'ready' })
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-watchdog-'))
  writeFileSync(join(folder, 'program.cjs'), program)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(answerTimeoutMs: number, name = 'program.cjs') {
  return startEngineProcess({
    ...{ modulePath: join(folder, name), scratchDirectory: folder, bootTimeoutMs: 60_000 },
    ...{ answerTimeoutMs, log: pino({ level: 'silent' }), onEvents: () => undefined },
  })
}

const save = { document: 1, format: 'docx', options: '', resetModified: false }

/** A program that says whether it reaches a service of its own machine. */
const caller = (port: number) => `
require('node:net').connect(${String(port)}, '127.0.0.1')
  .on('connect', () => process.send({ type: 'fatal', message: 'reached' }))
  .on('error', () => process.send({ type: 'fatal', message: 'not reached' }))
`

describe('an engine process', () => {
  it.skipIf(!startWithoutNetwork())('has no network, where the system allows that', async () => {
    const service = createServer().listen(0, '127.0.0.1')
    await once(service, 'listening')
    writeFileSync(join(folder, 'caller.cjs'), caller((service.address() as AddressInfo).port))
    const engine = start(60_000, 'caller.cjs')
    await expect(engine.ready).rejects.toThrow('not reached')
    service.close()
  })
})

describe('the watchdog', () => {
  it('kills an engine that hangs in a call, and says in which', async () => {
    const engine = start(500)
    await engine.ready
    await expect(engine.call('save', save)).rejects.toMatchObject({ code: 'LOST' })
    await engine.exited
    expect(engine.exit).toMatchObject({ hungIn: 'save' })
  })

  it('kills an engine that hangs although nobody waits for an answer', async () => {
    const engine = start(500)
    await engine.ready
    engine.post({ type: 'call', id: -1, call: 'save', request: save })
    engine.check()
    await engine.exited
    expect(engine.exit.message).toContain('did not answer')
  })

  it('leaves one alone that has much to do, as long as it answers one call after the other', async () => {
    const engine = start(2_000)
    await engine.ready
    // Together they take longer than a single call may.
    await Promise.all(Array.from({ length: 20 }, () => engine.call('closeDocument', { document: 1 })))
    expect(engine.isReady()).toBe(true)
    engine.kill('The test is over.')
    await engine.exited
  })
})
