import { inflateRawSync } from 'node:zlib'
import { makeTalkPptx } from '@lectern/fixtures'
import { expect, it } from 'vitest'
import type { EngineDocument, EngineView } from '../engine/index.js'
import { patienceMs, startTestEngine } from '../engine/testing/test-engine.js'
import { paintSlide, paintSlides } from './slide-pictures.js'
import { ThumbnailAspect } from '@lectern/shared'

const engine = startTestEngine()
const size = { width: 320, height: 180 }

const open = (document: EngineDocument): Promise<EngineView> =>
  document.createView({ authorName: 'Ann', readOnly: false, onEvent: () => undefined })
const command = (view: EngineView, name: string) => view.input({ type: 'command', name: `.uno:${name}` })

/** Counts the pixels of a slide that are not as its first one. */
async function inkOf(document: EngineDocument, part: number): Promise<number> {
  const { payload, width, height } = await paintSlide(document, { part, ...size })
  expect({ width, height }).toEqual(size)
  const pixels = new Uint32Array(new Uint8Array(inflateRawSync(payload)).buffer)
  expect(pixels).toHaveLength(size.width * size.height)
  return pixels.filter((pixel) => pixel !== pixels[0]).length
}

it('shows what a slide says, and nothing of its empty places', { timeout: patienceMs }, async () => {
  await engine.withDocument(await makeTalkPptx(), 'pptx', async (document) => {
    const view = await open(document)
    await command(view, 'InsertPage')
    await document.settle()
    expect(await inkOf(document, 0)).toBeGreaterThan(100)
    expect(await inkOf(document, 1)).toBe(0)
  })
})

it(
  'shows a hidden slide when it is asked for, and gives pictures of the others',
  { timeout: patienceMs },
  async () => {
    await engine.withDocument(await makeTalkPptx(), 'pptx', async (document) => {
      const view = await open(document)
      const { parts } = document.info
      const thumbnail = { first: false, aspect: ThumbnailAspect.Keep, ...size }
      expect(await paintSlides(document, { thumbnail }, 'png')).toHaveLength(parts.length)
      await command(view, 'HideSlide')
      await document.settle()
      expect(await inkOf(document, 0)).toBeGreaterThan(100)
      expect(await paintSlides(document, { thumbnail }, 'png')).toHaveLength(parts.length - 1)
    })
  },
)
