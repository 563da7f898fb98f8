import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { createEnginePool } from './engine-pool.js'
import type { EnginePool } from './engine.types.js'
import { openView } from './testing/recording-view.js'

/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
const patienceMs = 240_000

let pool: EnginePool
beforeAll(async () => {
  pool = createEnginePool({ maxProcesses: 1, logLevel: 'warn' })
  await pool.ready()
}, patienceMs)
afterAll(() => pool.stop(), patienceMs)

it('does what is told after the headings were listed', { timeout: patienceMs }, async () => {
  const document = await pool.open(await makeReportDocx(), 'docx')
  try {
    const ann = await openView(document)
    const names = ['First', 'Second', 'Third', 'Fourth']
    for (const Bookmark of names) {
      await ann.command('InsertBookmark', { Bookmark })
      await ann.view.list('headings')
    }
    const answer = await ann.view.list('headings')
    expect(answer.list === 'headings' && answer.bookmarks.map(({ text }) => text).sort()).toEqual(
      [...names].sort(),
    )
  } finally {
    await document.close()
  }
})

it('tells of the ruler although the text was saved meanwhile', { timeout: patienceMs }, async () => {
  const document = await pool.open(await makeReportDocx(), 'docx')
  try {
    const ann = await openView(document)
    await ann.type('Colour')
    await document.save('docx')
    expect((await ann.next('ruler')).ruler.pageWidth).toBeGreaterThan(20_000)
  } finally {
    await document.close()
  }
})

it('goes to the headings that it lists, numbered ones too', { timeout: patienceMs }, async () => {
  const heading = (text: string) => String.raw`\pard\s1\outlinelevel0 ${text}\par`
  const styles = String.raw`{\stylesheet{\s1\outlinelevel0 heading 1;}}`
  const text = ['Ships', 'Ships of old', '  Far in'].map(heading).join('')
  const document = await pool.open(Buffer.from(String.raw`{\rtf1\ansi${styles}${text}}`), 'rtf')
  try {
    const ann = await openView(document)
    await ann.command('DefaultNumbering')
    const answer = await ann.view.list('headings')
    const headings = answer.list === 'headings' ? answer.headings : []
    expect(headings.map((one) => one.text)).toEqual(['Ships', 'Ships of old', 'Far in'])
    const tops: number[] = []
    for (const { target } of headings.toReversed()) {
      const from = ann.events.length
      await ann.command('JumpToMark', { Bookmark: target })
      const { rect } = await ann.next('cursor', (event) => event.rect !== null, from)
      tops.unshift(rect?.y ?? 0)
    }
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(new Set(tops).size).toBe(3)
  } finally {
    await document.close()
  }
})
