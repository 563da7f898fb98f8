import { rename, rm, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { command, createBench, target } from './lib/bench.js'
import type { Bench } from './lib/bench.js'

const folder = target.resultsFolder ?? ''
let bench: Bench
let isBroken = false

beforeAll(async () => {
  bench = await createBench()
})
afterEach(repair)
afterAll(() => bench.portal.close())

/** Results cannot be written: a file is where their folder was. */
async function breakResults() {
  isBroken = true
  await rename(folder, `${folder}-aside`).catch(() => undefined)
  await writeFile(folder, 'in the way')
}

async function repair() {
  if (!isBroken) return
  isBroken = false
  await rm(folder, { force: true })
  await rename(`${folder}-aside`, folder).catch(() => undefined)
}

describe.skipIf(target.resultsFolder === null)('when no result can be made, a document server', () => {
  it('says so by status 7 and 3, with every field of the recording, and loses nothing', async () => {
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    await editor.type('NOT-LOST ')
    await breakResults()
    expect(await command({ c: 'forcesave', key, userdata: 'u7' })).toEqual({ key, error: 0 })
    const lastsave = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/) as string
    expect(await bench.callback(key, 7)).toEqual({
      ...{ key, status: 7, users: ['u1'], userdata: 'u7', lastsave, forcesavetype: 0 },
    })
    expect(await editor.warning()).toBe(-331)
    editor.leave()
    expect(await bench.callback(key, 3)).toEqual({
      ...{
        key,
        status: 3,
        users: ['u1'],
        actions: [{ type: 0, userid: 'u1' }],
        lastsave,
        notmodified: false,
      },
    })
    await expect.poll(async () => (await command({ c: 'getForgottenList' }))['keys']).toContain(key)
    await repair()
    const again = await bench.openReady(key)
    expect(await again.warning()).toBe(-104)
    again.leave()
    const saved = await bench.callback(key, 2)
    expect((await fetch(String(saved['url']))).status).toBe(200)
  })
})
