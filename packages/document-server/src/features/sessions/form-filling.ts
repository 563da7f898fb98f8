import type { InputMessage, TwipRect } from '@lectern/shared'
import type { EngineView } from '../engine/index.js'
import { mayChange } from './input-policy.js'
import { inTurn, NotGiven } from './in-turn.js'
import type { Member } from './session-state.js'

/** The engine's rectangles of a selection and of the field around it differ by rounding. */
const tolerance = 30

/**
 * Gives an input of a form filler to the engine, one after the other: what writes only once all that was sent before
 * has been told of, and the cursor, with all that is selected, is in a field.
 */
export function fillIn(member: Member, input: InputMessage, give: () => Promise<void> | undefined) {
  return inTurn(member, async () => {
    if (input.type !== 'command' && mayChange(input) && !(await isInField(member)))
      throw new NotGiven('formsOnly')
    await give()
  })
}

async function isInField(member: Member): Promise<boolean> {
  if (member.view) await settle(member.view)
  const field = member.replay.get('field')
  const selection = member.replay.get('selection')
  const rects = field?.type === 'field' && field.field ? field.field.rects : []
  const selected = selection?.type === 'selection' ? selection.rects : []
  return rects.length > 0 && selected.every((rect) => rects.some((around) => holds(around, rect)))
}

/** The answer waits for what was posted; the second one comes after the events that this led to. */
async function settle(view: EngineView): Promise<void> {
  await view.copySelection()
  await view.copySelection()
}

function holds(around: TwipRect, rect: TwipRect): boolean {
  return (
    rect.x >= around.x - tolerance &&
    rect.y >= around.y - tolerance &&
    rect.x + rect.width <= around.x + around.width + tolerance &&
    rect.y + rect.height <= around.y + around.height + tolerance
  )
}
