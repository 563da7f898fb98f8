import { describe, expect, it } from 'vitest'
import { countProcesses } from './engine-memory.js'
import { choosePlace, needsSpare } from './placement.js'
import type { Place, PlacementLimits } from './placement.js'

const gigabyte = 1_000_000_000
const limits: PlacementLimits = {
  ...{ maxProcesses: 2, maxDocumentsPerProcess: 3, fullBytes: 2 * gigabyte, isQuiet: true, isCalm: true },
}
const place = (more: Partial<Place> = {}): Place => ({
  ...{ ready: true, editing: 0, converting: 0, rssBytes: gigabyte, ...more },
})
const edit = { purpose: 'edit' } as const
const convert = { purpose: 'convert' } as const
const preview = { purpose: 'preview' } as const

describe('a document for people', () => {
  it('gets an engine of its own while one is warm', () => {
    const warm = place()
    expect(choosePlace([place({ editing: 1 }), warm], edit, limits)).toEqual({ process: warm })
  })

  it('shares the engine with the fewest documents rather than wait for one to start', () => {
    const shared = place({ editing: 1 })
    const others = [place({ editing: 2 }), place({ ready: false })]
    expect(choosePlace([...others, shared], edit, { ...limits, maxProcesses: 3 })).toEqual({
      process: shared,
    })
  })

  it('waits when every engine has as many documents, or as much memory, as it may', () => {
    const full = [place({ editing: 3 }), place({ editing: 1, rssBytes: 3 * gigabyte })]
    expect(choosePlace(full, edit, limits)).toBe('full')
  })

  it('gets another engine when all are full and memory is left', () => {
    expect(choosePlace([place({ editing: 3 })], edit, limits)).toBe('grow')
    expect(choosePlace([place({ editing: 3 }), place({ ready: false })], edit, limits)).toBe('starting')
  })

  it('that ended an engine is tried where it can end nobody else’s', () => {
    const alone = { ...edit, alone: true }
    expect(choosePlace([place({ editing: 1 }), place({ ready: false })], alone, limits)).toBe('starting')
    expect(choosePlace([place({ editing: 1 })], alone, limits)).toBe('grow')
  })

  it('that ended an engine shares one when there is no other way', () => {
    const shared = place({ editing: 1 })
    const only = { ...limits, maxProcesses: 1 }
    expect(choosePlace([shared], { ...edit, alone: true }, only)).toEqual({ process: shared })
  })
})

describe('a conversion', () => {
  it('goes where nobody edits', () => {
    const idle = place({ converting: 1 })
    expect(choosePlace([place({ editing: 1 }), idle], convert, limits)).toEqual({ process: idle })
  })

  it('has an engine started when people edit in all of them', () => {
    expect(choosePlace([place({ editing: 1 })], convert, limits)).toBe('grow')
  })

  it('waits for a pause in the typing when memory allows no other engine', () => {
    const only = place({ editing: 1 })
    const tight = { ...limits, maxProcesses: 1 }
    expect(choosePlace([only], convert, { ...tight, isQuiet: false })).toBe('typing')
    expect(choosePlace([only], convert, tight)).toEqual({ process: only })
  })
})

describe('a preview', () => {
  it('waits until nobody types or has just opened a document, even for an engine that is free', () => {
    expect(choosePlace([place()], preview, { ...limits, isCalm: false })).toBe('typing')
    const free = place()
    expect(choosePlace([place({ editing: 1 }), free], preview, limits)).toEqual({ process: free })
  })
})

describe('a spare engine', () => {
  it('is started when all have documents, in a quiet moment, while memory allows it', () => {
    const used = [place({ editing: 1 })]
    expect(needsSpare(used, limits)).toBe(true)
    expect(needsSpare(used, { ...limits, isCalm: false })).toBe(false)
    expect(needsSpare(used, { ...limits, maxProcesses: 1 })).toBe(false)
    expect(needsSpare([...used, place()], limits)).toBe(false)
  })
})

describe('the number of engines', () => {
  const machine = (memory: number, cores = 4) => ({ memoryBytes: memory * 2 ** 30, cores })

  it('is one with 4 GiB, and at least one with less', () => {
    expect(countProcesses({}, machine(4))).toBe(1)
    expect(countProcesses({}, machine(1))).toBe(1)
  })

  it('follows memory and cores, with one spare on a small machine', () => {
    expect(countProcesses({}, machine(8))).toBe(2)
    expect(countProcesses({}, machine(64, 1))).toBe(2)
    expect(countProcesses({}, machine(64, 8))).toBe(8)
  })

  it('is what the settings say', () => {
    expect(countProcesses({ memoryBytes: 4 * gigabyte }, machine(64))).toBe(2)
    expect(countProcesses({ maxProcesses: 1 }, machine(64))).toBe(1)
  })
})
