import { beforeEach, describe, expect, it } from 'vitest'
import type { DialogAnswer } from '../command-arguments.js'
import type { ViewEvent } from '../engine.types.js'
import { createDialogs } from './dialogs.js'
import type { Dialogs } from './dialogs.js'

const filterPopup = JSON.stringify({
  id: 4,
  children: [
    {
      id: 'box',
      children: [
        {
          id: 'check_list_box',
          entries: [
            { text: 'north', state: true },
            { text: 'south', state: true },
          ],
        },
      ],
    },
  ],
})

let sent: { id: number; answer: DialogAnswer }[]
let told: ViewEvent[]
let dialogs: Dialogs
let time: number
let entered: [number, number][]
let order: string[]
beforeEach(() => {
  time = 0
  sent = []
  told = []
  entered = []
  order = []
  dialogs = createDialogs({
    send: (id, answer) => {
      sent.push({ id, answer })
      order.push(answer.id)
    },
    press: (id, { charCode }) => {
      entered.push([id, charCode])
      order.push('key')
    },
    settleKeys: () => order.push('taken'),
    emit: (event) => told.push(event),
    now: () => time,
  })
})
const clicks = () => sent.map(({ answer }) => `${answer.id} ${answer.cmd} ${answer.data}`)

describe('a dialog of the engine', () => {
  it('that nobody asked for is cancelled, once', () => {
    dialogs.hear('{"id":"3","type":"dialog"}')
    dialogs.hear('{"id":3,"type":"dialog"}')
    dialogs.settle()
    dialogs.hear('{"id":3,"type":"dialog"}')
    dialogs.settle()
    expect(clicks()).toEqual(['cancel click undefined'])
  })

  it('that a command opened gets the answers of this command', () => {
    dialogs.expect([{ id: 'finish', cmd: 'click', data: 'undefined', type: 'pushbutton' }])
    dialogs.hear('{"id":9,"type":"dialog"}')
    dialogs.settle()
    dialogs.hear('{"id":10,"type":"dialog"}')
    dialogs.settle()
    expect(clicks()).toEqual(['finish click undefined', 'cancel click undefined'])
  })

  it('that comes long after its command is another one', () => {
    dialogs.expect([{ id: 'ok', cmd: 'click', data: 'undefined', type: 'pushbutton' }])
    time = 60_000
    dialogs.hear('{"id":9,"type":"dialog"}')
    dialogs.settle()
    expect(clicks()).toEqual(['cancel click undefined'])
  })

  it('that does not come soon after its command was done does not come', () => {
    dialogs.expect([{ id: 'ok', cmd: 'click', data: 'undefined', type: 'pushbutton' }])
    time = 15_000
    expect(dialogs.isExpecting()).toBe(true)
    dialogs.hearDone()
    time = 17_000
    expect(dialogs.isExpecting()).toBe(true)
    time = 19_000
    expect(dialogs.isExpecting()).toBe(false)
  })

  it('that only changes is no new dialog', () => {
    dialogs.hear('{"id":9,"action":"update","jsontype":"dialog"}')
    expect(dialogs.isWaiting()).toBe(false)
  })
})

describe('the filter of a column', () => {
  it('is told to the page, and takes the choice made there', () => {
    dialogs.hear(filterPopup)
    dialogs.settle()
    expect(sent).toEqual([])
    expect(told).toEqual([
      {
        type: 'filter',
        entries: [
          { text: 'north', shown: true },
          { text: 'south', shown: true },
        ],
      },
    ])
    dialogs.closeFilter([1])
    expect(clicks()).toEqual(['check_list_box change {"row":"0","value":false}', 'ok click undefined'])
    expect(told.at(-1)).toEqual({ type: 'filter', entries: null })
  })

  it('is closed without a change when nothing was chosen', () => {
    dialogs.hear(filterPopup)
    dialogs.closeFilter()
    expect(clicks()).toEqual(['cancel click undefined'])
  })
})

describe('a dialog that is only painted', () => {
  const created = '{"id":"6","action":"created","type":"dialog"}'

  const painted = '{"id":"6","action":"invalidate","rectangle":"0, 0, 9, 9"}'

  const closed = '{"id":"6","action":"close"}'
  const byEnter = [{ id: '', cmd: 'key', data: 'enter', type: 'window' }] as const

  it('gets Enter each time it is painted, until it is gone', () => {
    dialogs.expect([...byEnter])
    dialogs.hearWindow(created)
    dialogs.settle()
    expect(entered).toEqual([])
    dialogs.hearWindow(painted)
    dialogs.settle()
    dialogs.settle()
    dialogs.hearWindow(painted)
    dialogs.settle()
    expect(entered).toEqual([
      [6, 13],
      [6, 13],
    ])
    dialogs.hearWindow(closed)
    dialogs.hearWindow(painted)
    expect([dialogs.isWaiting(), dialogs.isOpen()]).toEqual([false, false])
  })

  it('gets Enter again and again although nothing more of it is painted, and is cancelled after a long time', () => {
    dialogs.expect([...byEnter])
    dialogs.hearWindow(created)
    expect([dialogs.isExpecting(), dialogs.isOpen(), dialogs.isWaiting()]).toEqual([false, true, false])
    for (const at of [100, 150, 200, 20_000]) {
      time = at
      dialogs.settle()
    }
    expect(entered.map(([, charCode]) => charCode)).toEqual([13, 13, 27])
  })

  it('is expected for some seconds', () => {
    dialogs.expect([...byEnter])
    expect(dialogs.isExpecting()).toBe(true)
    time = 60_000
    expect(dialogs.isExpecting()).toBe(false)
    dialogs.hearWindow(created)
    expect(dialogs.isOpen()).toBe(false)
  })

  it('that asks how to merge cells gets its default, although no command waits for it', () => {
    dialogs.hearWindow(created.replace('{', '{"unique_id":"MergeCellsDialog",'))
    dialogs.hearWindow(painted)
    dialogs.settle()
    expect(entered).toEqual([[6, 13]])
  })

  it('is left alone when no command waits for it', () => {
    dialogs.hearWindow(created)
    dialogs.hearWindow(painted)
    expect(dialogs.isWaiting()).toBe(false)
  })
})

describe('a dialog whose field takes keys only', () => {
  it('gets the text in place of what is in it, in one line, and its button when the keys are taken', () => {
    const click = (id: string, cmd: string) => ({ id, cmd, data: '', type: 'x' })
    dialogs.expect([
      click('field', 'grab_focus'),
      { id: '', cmd: 'text', data: 'a\n b', type: 'keys' },
      click('ok', 'click'),
    ])
    dialogs.hear('{"id":9,"type":"dialog"}')
    dialogs.settle()
    expect(entered.map(([, charCode]) => charCode)).toEqual([0, 97, 32, 98])
    expect(order).toEqual(['field', 'key', 'key', 'key', 'key', 'taken', 'ok'])
  })
})

describe('the values that a cell takes', () => {
  it('are told to the page, and their list is closed', () => {
    dialogs.hear(
      JSON.stringify({
        id: 5,
        type: 'modalpopup',
        children: [{ id: 'list', entries: [{ text: 'red' }, { text: 'green' }] }],
      }),
    )
    expect(told).toEqual([{ type: 'choices', entries: ['red', 'green'] }])
    expect(clicks()).toEqual(['__POPOVER__ close null'])
    expect(dialogs.isWaiting()).toBe(false)
  })
})
