import { expect, it } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { openView } from './testing/recording-view.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'

const engine = startTestEngine()

it('does what is told after the headings were listed', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
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
  })
})

it('tells of the ruler although the text was saved meanwhile', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
    const ann = await openView(document)
    await ann.type('Colour')
    await document.save('docx')
    expect((await ann.next('ruler')).ruler.pageWidth).toBeGreaterThan(20_000)
  })
})

it('goes to the headings that it lists, numbered ones too', { timeout: patienceMs }, async () => {
  const heading = (text: string) => String.raw`\pard\s1\outlinelevel0 ${text}\par`
  const styles = String.raw`{\stylesheet{\s1\outlinelevel0 heading 1;}}`
  const text = ['Ships', 'Ships of old', '  Far in'].map(heading).join('')
  const rtf = Buffer.from(String.raw`{\rtf1\ansi${styles}${text}}`)
  await engine.withDocument(rtf, 'rtf', async (document) => {
    const ann = await openView(document)
    await ann.command('DefaultNumbering')
    const list = async () => {
      const answer = await ann.view.list('headings')
      return answer.list === 'headings' ? answer.headings : []
    }
    const headings = await list()
    expect(headings.map((one) => one.text)).toEqual(['Ships', 'Ships of old', 'Far in'])
    for (const [index, { target }] of headings.entries()) {
      await ann.command('JumpToMark', { Bookmark: target })
      await ann.type(String(index))
    }
    expect((await list()).map((one) => one.text)).toEqual(
      headings.map(({ target }, index) => `${String(index)}${target.replace(/\|outline$/, '')}`),
    )
  })
})
