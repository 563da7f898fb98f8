import type { Frame } from '@playwright/test'

/**
 * Scrolls through the document that is open and answers the milliseconds between its frames. The second of two ways
 * through finds in the cache what the first one fetched.
 */
export async function measureScrolling(
  frame: Frame,
  { stepPixels }: { stepPixels: number },
): Promise<number[]> {
  return frame.evaluate(scrollThrough, stepPixels)
}

/** Runs inside the editor's page. */
function scrollThrough(stepPixels: number): Promise<number[]> {
  const scroller = document.querySelector<HTMLElement>('.scroller')
  if (!scroller) throw new Error('The editor has nothing to scroll.')
  scroller.scrollTop = 0
  const gaps: number[] = []
  return new Promise((resolve) => {
    let before: number | undefined
    const onFrame = (now: number) => {
      if (before !== undefined) gaps.push(now - before)
      before = now
      const end = scroller.scrollHeight - scroller.clientHeight
      if (scroller.scrollTop >= end - 1) {
        resolve(gaps)
        return
      }
      scroller.scrollTop += stepPixels
      requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
  })
}
