import type { TileFrame } from '@lectern/shared'
import { onScopeDispose } from 'vue'
import type { EditorSession } from '../session/editor-session'

interface ShowPicturesOptions {
  session: Pick<EditorSession, 'onSlide' | 'requestSlide'>
  pictureSize: () => { width: number; height: number }
  draw: (frame: TileFrame) => void
  /** The slide that comes after one; undefined at the end. */
  nextOf: (part: number) => number | undefined
}

/** The pictures of a slide show: the next slide is fetched before it is wanted, and each one anew when it is shown. */
export function useShowPictures({ session, pictureSize, draw, nextOf }: ShowPicturesOptions) {
  const known = new Map<number, TileFrame>()
  let shown: number | undefined

  function ask(part: number) {
    const { width, height } = pictureSize()
    session.requestSlide(part, width, height)
  }

  const stop = session.onSlide((frame) => {
    known.set(frame.part, frame)
    if (frame.part !== shown) return
    draw(frame)
    const next = nextOf(frame.part)
    if (next !== undefined && !known.has(next)) ask(next)
  })
  onScopeDispose(stop)

  return {
    show(part: number | undefined) {
      shown = part
      if (part === undefined) return
      const frame = known.get(part)
      if (frame) draw(frame)
      ask(part)
    },
    /** The screen has another size now. */
    resize() {
      known.clear()
      if (shown !== undefined) ask(shown)
    },
  }
}
