import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { makeShowPpsx, makeTalkPptx, readPartText, readPptxSlides } from '@lectern/fixtures'
import type { EngineDocument } from './engine.types.js'
import { openView, pixelsOf } from './testing/recording-view.js'
import type { RecordingView } from './testing/recording-view.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'

const viewport = { part: 0, tileTwips: 3840, x: 0, y: 0, width: 7680, height: 7680 }

const engine = startTestEngine()

async function withTalk(use: (document: EngineDocument, ann: RecordingView) => Promise<void>) {
  await engine.withDocument(await makeTalkPptx(), 'pptx', async (document) => {
    const ann = await openView(document)
    ann.view.setViewport(viewport)
    await ann.next('tile')
    await use(document, ann)
  })
}

const insertTable = (ann: RecordingView) => ann.command('InsertTable', { Columns: 2, Rows: 2 })
const firstSlide = async (document: EngineDocument) =>
  readPartText(await document.save('pptx'), /^ppt\/slides\/slide1\.xml$/)

it('shows thumbnails and takes new slides', { timeout: patienceMs }, async () => {
  await withTalk(async (document, ann) => {
    const slides = document.info.parts.length
    const thumbnail = await ann.view.thumbnail(0, 160, 90)
    expect(new Set(pixelsOf(thumbnail)).size).toBeGreaterThan(4)
    await ann.command('InsertPage')
    await ann.next('parts', ({ parts }) => parts.length === slides + 1)
    expect(readPptxSlides(await document.save('pptx'))).toHaveLength(slides + 1)
  })
})

it(
  'keeps what is selected while thumbnails of other slides are painted',
  { timeout: patienceMs },
  async () => {
    await withTalk(async (document, ann) => {
      await insertTable(ann)
      await ann.next('graphicSelection', ({ rect }) => rect !== null)
      const others = [await ann.view.thumbnail(1, 160, 90), await ann.view.thumbnail(2, 160, 90)]
      for (const other of others) expect(new Set(pixelsOf(other)).size).toBeGreaterThan(4)
      await ann.command('Delete')
      expect(await firstSlide(document)).not.toContain('<a:tbl>')
    })
  },
)

it(
  'lets write in a text that is double-clicked as soon as the document is open',
  { timeout: patienceMs },
  async () => {
    const bytes = await makeTalkPptx()
    // What a new view does on its own once met one click of forty.
    for (let time = 0; time < 20; time += 1)
      await engine.withDocument(bytes, 'pptx', async (document) => {
        const ann = await openView(document)
        ann.view.setViewport(viewport)
        const title = {
          x: document.info.width / 2,
          y: document.info.height * 0.4,
          count: 2,
          button: 1,
          modifiers: 0,
        }
        await ann.view.input({ type: 'mouse', kind: 'down', ...title })
        await ann.view.input({ type: 'mouse', kind: 'up', ...title })
        await ann.type('so ')
        expect(await firstSlide(document)).toContain('so ')
      })
  },
)

it('writes into the first cell of a table just made', { timeout: patienceMs }, async () => {
  await withTalk(async (document, ann) => {
    await insertTable(ann)
    await ann.type('In a cell')
    expect(await firstSlide(document)).toMatch(/<a:tc>(?:(?!<\/a:tc>).)*In a cell/s)
  })
})

it('takes a table just made away again', { timeout: patienceMs }, async () => {
  await withTalk(async (document, ann) => {
    await insertTable(ann)
    await ann.command('Undo')
    expect(await firstSlide(document)).not.toContain('<a:tbl>')
  })
})

it('keeps a slide show one', { timeout: patienceMs }, async () => {
  const document = await engine.pool.open(await makeShowPpsx(), 'ppsx')
  try {
    const parts = unzipSync(await document.save('ppsx'))
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
    expect(types).toContain('presentationml.slideshow.main+xml')
    expect(types).not.toContain('presentationml.presentation.main+xml')
  } finally {
    await document.close()
  }
})
