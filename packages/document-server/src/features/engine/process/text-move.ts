import type { TwipRect } from '@lectern/shared'
import type { ViewEvent } from '../engine.types.js'
import { EngineError } from '../engine.types.js'
import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'

type Wish = Extract<ProcessInput, { type: 'moveSelection' }>

interface TextMoveOptions {
  lok: Lok
  document: number
  /** A view in which nobody writes: its cursor marks the place while the text before it goes away. */
  helper: number
}

/** Of a key or of the mouse's button. */
const pressAndLetGo = [0, 1]
const escape = [27, 1281]
/** The cursor goes to the nearest letter, which may be a line or two away. */
const slackTwips = 1_500

/**
 * Carries selected text elsewhere, as a drag of the mouse does. The engine has no such drag here: the text is cut and
 * pasted, and a cursor of another view keeps the place, which moves when the text before it is gone.
 */
export function createTextMove({ lok, document, helper }: TextMoveOptions) {
  let place: TwipRect | null = null

  const post = (name: string) => lok.invoke(document, 'postUnoCommand', `.uno:${name}`, '', 0)
  function click(x: number, y: number) {
    for (const kind of pressAndLetGo)
      lok.invoke(document, 'postMouseEvent', kind, Math.round(x), Math.round(y), 1, 1, 0)
  }
  /** What was told is done, and what it led to is heard. */
  function finish() {
    lok.settle()
    lok.hear(document)
  }

  /** Puts the helper's cursor to a place; tells whether text is there. */
  function markPlace({ x, y }: Wish): boolean {
    lok.useView(document, helper)
    for (const kind of pressAndLetGo) lok.invoke(document, 'postKeyEvent', kind, ...escape)
    // The engine tells of a cursor that moves only.
    post('GoToStartOfDoc')
    finish()
    click(x, y)
    finish()
    return place !== null && y > place.y - slackTwips && y < place.y + place.height + slackTwips
  }

  return {
    /** Hears what a view is told. */
    hear(event: ViewEvent) {
      if (event.type === 'otherCursor' && event.viewId === helper) place = event.rect
    },
    /** What carries the selection of one view, which must be the current one. */
    of: (viewId: number) => (wish: Wish) => {
      lok.settle()
      if (lok.textSelection(document, 'text/plain;charset=utf-8') === '') return
      const isText = markPlace(wish)
      lok.useView(document, viewId)
      if (!isText) throw new EngineError('UNSUPPORTED', 'There is no text where the selection was dropped.')
      post(wish.copies ? 'Copy' : 'Cut')
      finish()
      if (place) click(place.x, place.y + place.height / 2)
      finish()
      post('Paste')
      finish()
    },
  }
}
