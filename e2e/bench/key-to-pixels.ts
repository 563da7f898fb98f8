import type { Frame, Page } from '@playwright/test'

/** Types single letters and answers, for each, the milliseconds from its keydown to the frame that shows something new. */
export async function measureKeys(page: Page, frame: Frame, rounds: number): Promise<number[]> {
  await frame.evaluate(watchCanvas)
  const delays: number[] = []
  // The first letter only tells where to look: reading a whole canvas takes a good part of what is measured.
  for (let round = -1; round < rounds; round += 1) {
    await frame.evaluate(() => window.keyWatch?.arm())
    // No spaces: the cursor lies above the canvas, and a space at a line's end changes no pixel of it.
    await page.keyboard.press(round % 8 === 7 ? 'i' : 'm')
    delays.push(
      await frame.evaluate(() => window.keyWatch?.result() ?? Promise.reject(new Error('nothing watches'))),
    )
  }
  return delays.slice(1)
}

declare global {
  interface Window {
    keyWatch?: { arm: () => void; result: () => Promise<number> }
  }
}

/** Runs inside the editor's page: compares the largest canvas with what it showed before the key. */
function watchCanvas(): void {
  const canvas = [...document.querySelectorAll('canvas')].sort(
    (a, b) => b.width * b.height - a.width * a.height,
  )[0]
  const context = canvas?.getContext('2d')
  if (!canvas || !context) throw new Error('The editor has no canvas to look at.')
  let top = 0
  let rows = canvas.height
  const read = () => new Uint32Array(context.getImageData(0, top, canvas.width, rows).data.buffer)
  // A loop, because a call for each of a million pixels would take longer than what is measured.
  const firstDifference = (before: Uint32Array, now: Uint32Array) => {
    for (let index = 0; index < now.length; index += 1) if (now[index] !== before[index]) return index
    return -1
  }
  /** Looks at the line in which something changed, and the two that the text may go on in, from now on. */
  const narrow = (index: number) => {
    if (top > 0 || rows < canvas.height) return
    top = Math.max(0, Math.floor(index / canvas.width) - 40)
    rows = Math.min(160, canvas.height - top)
  }
  let pending: Promise<number> = Promise.resolve(0)
  window.keyWatch = {
    arm() {
      const before = read()
      pending = new Promise((resolve) => {
        const onKey = (event: KeyboardEvent) => {
          removeEventListener('keydown', onKey, true)
          // A message is handled when the frame's own drawing is done: what is there then is what is shown.
          const { port1, port2 } = new MessageChannel()
          const nextFrame = () => requestAnimationFrame(() => port2.postMessage(0))
          port1.onmessage = () => {
            const shownAt = performance.now()
            const index = firstDifference(before, read())
            if (index < 0) return nextFrame()
            narrow(index)
            resolve(shownAt - event.timeStamp)
          }
          nextFrame()
        }
        addEventListener('keydown', onKey, true)
      })
    },
    result: () => pending,
  }
}
