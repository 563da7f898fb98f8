import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.js'
import { createEngineFleet } from './engine-fleet.js'
import type { Seat } from './engine-fleet.js'
import { createFakeProcess, settle } from './testing/fake-process.js'
import type { FakeProcess } from './testing/fake-process.js'

const edit = { purpose: 'edit' } as const
const convert = { purpose: 'convert' } as const

let clock: ReturnType<typeof createManualClock>
let started: FakeProcess[]
let rssBytes: number
let isIdle: boolean

beforeEach(() => {
  clock = createManualClock()
  started = []
  rssBytes = 1
  isIdle = true
})

function fleetOf({ maxProcesses = 2, maxDocumentsPerProcess = 2 } = {}) {
  return createEngineFleet({
    startProcess: () => {
      const fake = createFakeProcess(started.length + 1)
      started.push(fake)
      return fake.process
    },
    ...{ clock, maxProcesses, maxDocumentsPerProcess, fullBytes: 100 },
    log: pino({ level: 'silent' }),
    onEnd: () => undefined,
    readBytes: () => rssBytes,
    isIdle: () => isIdle,
  })
}

const pidOf = (seat: Seat) => seat.process.pid

describe('the warm spare', () => {
  it('is started after a document took the last free engine, and takes the next one', async () => {
    const fleet = fleetOf()
    await started[0]!.becomeReady()
    expect(pidOf(await fleet.seat(edit))).toBe(1)
    expect(started).toHaveLength(1)
    clock.advance(10_000)
    expect(started).toHaveLength(2)
    await started[1]!.becomeReady()
    expect(pidOf(await fleet.seat(edit))).toBe(2)
    clock.advance(60_000)
    expect(started).toHaveLength(2)
  })

  it('is not started while the machine has enough to do', async () => {
    const fleet = fleetOf()
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    isIdle = false
    clock.advance(60_000)
    expect(started).toHaveLength(1)
    isIdle = true
    clock.advance(1_000)
    expect(started).toHaveLength(2)
  })

  it('is not started while somebody types', async () => {
    const fleet = fleetOf()
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    for (let second = 0; second < 30; second += 1) {
      fleet.noteInput()
      clock.advance(1_000)
    }
    expect(started).toHaveLength(1)
    clock.advance(5_000)
    expect(started).toHaveLength(2)
  })

  it('goes when two are left without documents for a time', async () => {
    const fleet = fleetOf()
    await started[0]!.becomeReady()
    const seat = await fleet.seat(edit)
    clock.advance(10_000)
    await started[1]!.becomeReady()
    seat.leave()
    clock.advance(60_000)
    expect(started.filter(({ wasKilled }) => wasKilled)).toHaveLength(0)
    clock.advance(70_000)
    await settle()
    clock.advance(300_000)
    expect(started.filter(({ wasKilled }) => wasKilled)).toHaveLength(1)
    expect(started).toHaveLength(2)
  })
})

describe('whoever finds the server full', () => {
  it('hears its number, moves up, and gets the first free place', async () => {
    const fleet = fleetOf({ maxProcesses: 1, maxDocumentsPerProcess: 1 })
    await started[0]!.becomeReady()
    const first = await fleet.seat(edit)
    const heard: string[] = []
    const wait = (name: string, more = {}) =>
      fleet.seat(edit, { onQueued: (position) => heard.push(`${name} ${position}`), ...more })
    const second = wait('second')
    const third = wait('third')
    expect(heard).toEqual(['second 1', 'third 2'])
    first.leave()
    ;(await second).leave()
    await third
    expect(heard).toEqual(['second 1', 'third 2', 'third 1'])
  })

  it('lets those go first who lost their engine', async () => {
    const fleet = fleetOf({ maxProcesses: 1, maxDocumentsPerProcess: 1 })
    await started[0]!.becomeReady()
    const first = await fleet.seat(edit)
    const order: string[] = []
    const note = (name: string) => (seat: Seat) => {
      order.push(name)
      seat.leave()
    }
    const waiting = [
      fleet.seat(edit).then(note('new')),
      fleet.seat(edit, { urgent: true }).then(note('lost')),
    ]
    first.leave()
    await Promise.all(waiting)
    expect(order).toEqual(['lost', 'new'])
  })

  it('is forgotten when nobody waits any more', async () => {
    const fleet = fleetOf({ maxProcesses: 1, maxDocumentsPerProcess: 1 })
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    const gone = fleet.seat(edit, { isWanted: () => false })
    clock.advance(1_000)
    await expect(gone).rejects.toMatchObject({ code: 'BUSY' })
    expect(fleet.waiting()).toBe(0)
  })

  it('is sent away when two hundred wait before', async () => {
    const fleet = fleetOf({ maxProcesses: 1, maxDocumentsPerProcess: 1 })
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    const others = Array.from({ length: 200 }, () => fleet.seat(edit))
    await expect(fleet.seat(edit)).rejects.toMatchObject({ code: 'BUSY' })
    await fleet.stop()
    await expect(Promise.any(others)).rejects.toThrow()
  })
})

describe('an engine that ends', () => {
  it('is replaced, and its places are free', async () => {
    const fleet = fleetOf({ maxProcesses: 1, maxDocumentsPerProcess: 1 })
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    await started[0]!.end()
    const again = fleet.seat(edit, { urgent: true })
    await started[1]!.becomeReady()
    expect(pidOf(await again)).toBe(2)
  })

  it('while it starts is started again after longer and longer pauses', async () => {
    fleetOf({ maxProcesses: 1 })
    await started[0]!.end()
    expect(started).toHaveLength(1)
    clock.advance(1_000)
    expect(started).toHaveLength(2)
    await started[1]!.end()
    clock.advance(1_999)
    expect(started).toHaveLength(2)
    clock.advance(1)
    expect(started).toHaveLength(3)
  })

  it('is asked every second whether it still answers', async () => {
    fleetOf()
    await started[0]!.becomeReady()
    clock.advance(3_000)
    expect(started[0]!.checks).toBe(3)
  })

  it('by the pool, because it holds too much memory and no document, is replaced', async () => {
    fleetOf({ maxProcesses: 1 })
    await started[0]!.becomeReady()
    rssBytes = 1_000
    clock.advance(1_000)
    expect(started[0]!.wasKilled).toBe(true)
    expect(started).toHaveLength(2)
  })
})

describe('a conversion', () => {
  it('waits for a pause in the typing, but not for ever', async () => {
    const fleet = fleetOf({ maxProcesses: 1 })
    await started[0]!.becomeReady()
    await fleet.seat(edit)
    fleet.noteInput()
    let seated = false
    const waiting = fleet.seat(convert).then(() => (seated = true))
    for (let second = 0; second < 9; second += 1) {
      clock.advance(1_000)
      fleet.noteInput()
    }
    await settle()
    expect(seated).toBe(false)
    clock.advance(2_000)
    await waiting
  })
})

describe('a preview', () => {
  it('waits until those who opened a document or type have paused, and a minute at the most', async () => {
    const fleet = fleetOf({ maxProcesses: 2 })
    await started[0]!.becomeReady()
    const seat = await fleet.seat(edit)
    seat.leave()
    let seated = 0
    const ask = () => fleet.seat({ purpose: 'preview' }).then(() => (seated += 1))
    const first = ask()
    clock.advance(4_000)
    await settle()
    expect(seated).toBe(0)
    clock.advance(1_000)
    await first

    fleet.noteInput()
    const second = ask()
    for (let now = 0; now < 59_000; now += 1_000) {
      clock.advance(1_000)
      fleet.noteInput()
    }
    await settle()
    expect(seated).toBe(1)
    clock.advance(1_000)
    await second
    expect(started).toHaveLength(1)
  })
})
