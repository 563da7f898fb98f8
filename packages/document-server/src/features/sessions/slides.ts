import { paintSlide } from '../conversion/index.js'
import type { SlideWanted } from '../conversion/index.js'
import type { Member, SessionState } from './session-state.js'

/** Whose slide is being painted, and the one that is wanted after it. */
const painting = new WeakMap<Member, { next: SlideWanted | undefined }>()

/** Sends a slide of a show, one at a time: of those that are asked for meanwhile, the last one is painted next. */
export async function giveSlide(state: SessionState, member: Member, wanted: SlideWanted): Promise<void> {
  const underWay = painting.get(member)
  if (underWay) {
    underWay.next = wanted
    return
  }
  const queue: { next: SlideWanted | undefined } = { next: wanted }
  painting.set(member, queue)
  try {
    while (queue.next && state.document) {
      const { part, width, height } = queue.next
      queue.next = undefined
      member.connection?.sendTile(await paintSlide(state.document, { part, width, height }))
    }
  } finally {
    painting.delete(member)
  }
}
