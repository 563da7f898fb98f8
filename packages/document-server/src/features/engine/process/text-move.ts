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

const mouseEvents = [0, 1]
const escape = { charCode: 27, keyCode: 1281 }
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
    for (const kind of mouseEvents)
      lok.invoke(document, 'postMouseEvent', kind, Math.round(x), Math.round(y), 1, 1, 0)
  }
  /** What was told is done, and what it led to is heard. */
  function finish() {
    lok.settle()
    lok.hear(document)
  }

  function markPlace({ x, y }: Wish): void {
    lok.useView(document, helper)
    for (const kind of [0, 1]) lok.invoke(document, 'postKeyEvent', kind, escape.charCode, escape.keyCode)
    // The engine tells of a cursor that moves only.
    post('GoToStartOfDoc')
    finish()
    lok.useView(document, helper)
    click(x, y)
    finish()
    const isNear = place !== null && y > place.y - slackTwips && y < place.y + place.height + slackTwips
    if (!isNear) throw new EngineError('UNSUPPORTED', 'There is no text where the selection was dropped.')
  }

  return {
    /** Hears what a view is told. */
    hear(event: ViewEvent) {
      if (event.type === 'otherCursor' && event.viewId === helper) place = event.rect
    },
    /** What carries the selection of one view, which must be the current one. */
    of: (viewId: number) => (wish: Wish) => {
      lok.settle()
      lok.useView(document, viewId)
      if (lok.textSelection(document, 'text/plain;charset=utf-8') === '') return
      markPlace(wish)
      lok.useView(document, viewId)
      post(wish.copies ? 'Copy' : 'Cut')
      finish()
      lok.useView(document, viewId)
      if (place) click(place.x, place.y + place.height / 2)
      finish()
      lok.useView(document, viewId)
      post('Paste')
      finish()
      lok.useView(document, viewId)
    },
  }
}
