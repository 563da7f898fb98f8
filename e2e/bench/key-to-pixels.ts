import type { Frame, Page } from '@playwright/test'

/** Types single letters and answers, for each, the milliseconds from its keydown to the frame that shows something new. */
export async function measureKeys(page: Page, frame: Frame, rounds: number): Promise<number[]> {
  await frame.evaluate(watchCanvas)
  const delays: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await frame.evaluate(() => window.keyWatch?.arm())
    // No spaces: the cursor lies above the canvas, and a space at a line's end changes no pixel of it.
    await page.keyboard.press(round % 8 === 7 ? 'i' : 'm')
    delays.push(
      await frame.evaluate(() => window.keyWatch?.result() ?? Promise.reject(new Error('nothing watches'))),
    )
  }
  return delays
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
  const read = () => new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
  // A loop, because a call for each of a million pixels would take longer than what is measured.
  const differs = (before: Uint32Array, now: Uint32Array) => {
    for (let index = 0; index < now.length; index += 1) if (now[index] !== before[index]) return true
    return false
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
            if (differs(before, read())) resolve(shownAt - event.timeStamp)
            else nextFrame()
          }
          nextFrame()
        }
        addEventListener('keydown', onKey, true)
      })
    },
    result: () => pending,
  }
}
