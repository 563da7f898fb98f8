import { describe, expect, it } from 'vitest'
import type { ViewEvent } from '../engine.types.js'
import { sizeRuns } from './document-facts.js'
import { htmlTable } from './input.js'
import { cellAddress, parseRects } from './payloads.js'
import { createViewEvents } from './view-events.js'

function recordEvents(...callbacks: [number, string][]) {
  const told: ViewEvent[] = []
  const invalidated: unknown[] = []
  const modified: boolean[] = []
  const handle = createViewEvents({
    emit: (event) => told.push(event),
    invalidate: (part, rect) => invalidated.push([part, rect]),
    sizeChanged: () => undefined,
    partsChanged: () => undefined,
    modified: (value) => modified.push(value),
    dialog: () => undefined,
    window: () => undefined,
    commandDone: () => undefined,
  })
  for (const [type, payload] of callbacks) handle(type, payload)
  return { told, invalidated, modified }
}

describe('callbacks of a view', () => {
  it('become cursor events only when something changed', () => {
    const cursor = '{"viewId":"0","rectangle":"2084, 1724, 0, 635"}'
    expect(recordEvents([1, cursor], [1, cursor], [5, 'false']).told).toEqual([
      { type: 'cursor', rect: { x: 2084, y: 1724, width: 0, height: 635 }, visible: true },
      { type: 'cursor', rect: { x: 2084, y: 1724, width: 0, height: 635 }, visible: false },
    ])
  })
  it('tell each interesting state once', () => {
    const { told, modified } = recordEvents(
      [8, '.uno:Bold=true'],
      [8, '.uno:Bold=true'],
      [8, '.uno:Watermark=enabled'],
      [8, '.uno:ModifiedStatus=true'],
      [8, '{ "commandName": ".uno:Zoom", "state": "100" }'],
    )
    expect(told).toEqual([{ type: 'state', name: '.uno:Bold', value: 'true' }])
    expect(modified).toEqual([true])
  })
  it('tell the margins of a page when they change, and not while a picture is selected', () => {
    const payload = (left: number, pageWidth = 21_000) =>
      JSON.stringify({ margin1: 0, margin2: 16_000 - left, leftOffset: left, pageWidth })
    const told = [payload(2_000), payload(2_000), payload(0, 0), payload(3_000)]
    expect(recordEvents(...told.map((text): [number, string] => [35, text])).told).toEqual([
      { type: 'ruler', ruler: { pageWidth: 21_000, left: 2_000, right: 5_000 } },
      { type: 'ruler', ruler: { pageWidth: 21_000, left: 3_000, right: 5_000 } },
    ])
  })
  it('name the part that has to be painted again', () => {
    expect(recordEvents([0, '10, 20, 30, 40, 2, 0'], [0, 'EMPTY, 3, 0'], [0, 'EMPTY']).invalidated).toEqual([
      [2, { x: 10, y: 20, width: 30, height: 40 }],
      [3, null],
      [undefined, null],
    ])
  })
  it('hide and show somebody else’s cursor where it was', () => {
    const { told } = recordEvents(
      [24, '{"viewId":"4","part":"0","rectangle":"1, 2, 3, 4"}'],
      [28, '{"viewId":"4","part":"0","visible":"false"}'],
      [28, '{"viewId":"4","part":"0","visible":"true"}'],
    )
    expect(told.map((event) => event.type === 'otherCursor' && event.rect)).toEqual([
      { x: 1, y: 2, width: 3, height: 4 },
      null,
      { x: 1, y: 2, width: 3, height: 4 },
    ])
  })
  it('survive payloads that make no sense', () => {
    const nonsense = ['', '{', 'null', '{"viewId":{}}', 'x, y', '1, 2']
    for (const payload of nonsense)
      expect(() =>
        recordEvents(
          ...[0, 1, 2, 6, 8, 17, 24, 25, 26, 28, 35, 46].map((n): [number, string] => [n, payload]),
        ),
      ).not.toThrow()
  })
})

describe('readers of payloads', () => {
  it('name cells as a spreadsheet does', () => {
    expect([
      cellAddress(0, 0),
      cellAddress(25, 9),
      cellAddress(26, 0),
      cellAddress(16_383, 1_048_575),
    ]).toEqual(['A1', 'Z10', 'AA1', 'XFD1048576'])
  })
  it('read lists of rectangles', () => {
    expect(parseRects('1, 2, 3, 4; 5, 6, 7, 8')).toHaveLength(2)
    expect(parseRects('')).toEqual([])
  })
  it('give hidden rows no height', () => {
    expect(sizeRuns({ sizes: '300:4 250:9 ', hidden: '0:2 5 9 ' })).toEqual([
      { size: 300, last: 2 },
      { size: 0, last: 4 },
      { size: 0, last: 5 },
      { size: 250, last: 9 },
    ])
  })
  it('paste text into cells without letting it be markup', () => {
    expect(htmlTable('a\t<b>\n')).toBe(
      '<meta charset="utf-8"><table><tr><td>a</td><td>&lt;b&gt;</td></tr></table>',
    )
  })
})
