import { makeReportDocx } from '@lectern/fixtures'
import { expect, it } from 'vitest'
import type { EngineDocument, EngineView, ViewEvent, ViewInput } from './engine.types.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'

const engine = startTestEngine()
const home = 1028
const right = 1027
const shift = 0x1000

/** Somebody who writes, and where the cursor is. */
async function person(document: EngineDocument) {
  let cursor = { x: 0, y: 0 }
  const view: EngineView = await document.createView({
    authorName: 'Ann',
    readOnly: false,
    onEvent: (event: ViewEvent) => {
      if (event.type === 'cursor' && event.rect) cursor = { x: event.rect.x, y: event.rect.y + 100 }
    },
  })
  const give = (input: ViewInput) => view.input(input)
  const press = (keyCode: number) => give({ type: 'key', kind: 'press', charCode: 0, keyCode })
  return {
    view,
    give,
    async typeLines(...lines: string[]) {
      await give({ type: 'command', name: '.uno:SelectAll' })
      await give({ type: 'text', text: lines.join('\n') })
    },
    /** Goes so many letters behind the beginning of the text, and selects so many. */
    async select(from: number, count: number) {
      await give({ type: 'command', name: '.uno:GoToStartOfDoc' })
      for (let step = 0; step < from; step += 1) await press(right)
      for (let step = 0; step < count; step += 1) await press(right | shift)
      await document.settle()
    },
    async placeOf(from: number) {
      await this.select(from, 0)
      return cursor
    },
    async text() {
      await press(home)
      await give({ type: 'command', name: '.uno:SelectAll' })
      await document.settle()
      return (await view.copySelection()).text.trimEnd().split(/\r?\n/)
    },
  }
}

it.each([
  ['further on in its line', { from: 6, to: 17, copies: false }, ['Alpha gamma beta delta', 'Omega']],
  ['to an earlier place', { from: 17, to: 6, copies: false }, ['Alpha delta beta gamma ', 'Omega']],
  ['into another paragraph', { from: 6, to: 24, copies: false }, ['Alpha gamma delta ', 'beta Omega']],
  ['as a copy', { from: 6, to: 17, copies: true }, ['Alpha beta gamma beta delta ', 'Omega']],
])('carries selected text %s', { timeout: patienceMs }, async (_, { from, to, copies }, expected) => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
    const ann = await person(document)
    await ann.typeLines('Alpha beta gamma delta ', 'Omega')
    const { x, y } = await ann.placeOf(to)
    await ann.select(from, from === 17 ? 6 : 5)
    await ann.give({ type: 'moveSelection', x, y, copies })
    // With or without the blank at its end: the engine takes one along that would be too much.
    expect((await ann.text()).map((line) => line.trim())).toEqual(expected.map((line) => line.trim()))
  })
})

it('keeps what is selected when it is dropped where no text is', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
    const ann = await person(document)
    await ann.typeLines('Alpha beta', 'Omega')
    await ann.select(0, 5)
    await expect(ann.give({ type: 'moveSelection', x: 2_000, y: 14_000, copies: false })).rejects.toThrow()
    expect(await ann.text()).toEqual(['Alpha beta', 'Omega'])
  })
})

it('is taken back by the one who did it', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
    const ann = await person(document)
    await ann.typeLines('Alpha beta gamma', 'Omega')
    const { x, y } = await ann.placeOf(0)
    await ann.select(6, 5)
    await ann.give({ type: 'moveSelection', x, y, copies: false })
    for (let step = 0; step < 2; step += 1) await ann.give({ type: 'command', name: '.uno:Undo' })
    expect(await ann.text()).toEqual(['Alpha beta gamma', 'Omega'])
  })
})
