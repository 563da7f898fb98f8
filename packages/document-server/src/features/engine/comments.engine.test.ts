import { makeBudgetXlsx, makeReportDocx } from '@lectern/fixtures'
import { expect, it } from 'vitest'
import type { EngineDocument, EngineView } from './engine.types.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'

const engine = startTestEngine()

async function open(document: EngineDocument, authorName: string): Promise<EngineView> {
  return document.createView({ authorName, readOnly: false, onEvent: () => undefined })
}

const comment = (view: EngineView, Author: string, Text: string) =>
  view.input({ type: 'command', name: '.uno:InsertAnnotation', args: { Text, Author } })

async function commentsOf(view: EngineView) {
  const answer = await view.list('comments')
  return answer.list === 'comments' ? answer.comments.map(({ author, text }) => `${author}: ${text}`) : []
}

it('keeps the comments of several people at one place of a text', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
    const people = ['Ann', 'Ben', 'Eve']
    // All of them stand at the beginning of the text.
    const views = await Promise.all(people.map((name) => open(document, name)))
    for (const [index, view] of views.entries()) await comment(view, people[index] ?? '', 'Is this so?')
    expect((await commentsOf(views[0]!)).toSorted()).toEqual(people.map((name) => `${name}: Is this so?`))
  })
})

it('writes a further comment of a cell into the one that is there', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeBudgetXlsx(), 'xlsx', async (document) => {
    const ann = await open(document, 'Ann')
    const ben = await open(document, 'Ben')
    const go = (view: EngineView, cell: string) =>
      view.input({ type: 'command', name: '.uno:GoToCell', args: { ToPoint: cell } })
    await go(ann, 'B7')
    await comment(ann, 'Ann', 'Too much')
    await go(ann, 'C2')
    await comment(ann, 'Ann', 'Elsewhere')
    await go(ben, 'B7')
    await comment(ben, 'Ben', 'Not at all')
    expect((await commentsOf(ann)).toSorted()).toEqual(['Ann: Elsewhere', 'Ann: Too much\n\nBen: Not at all'])
  })
})
