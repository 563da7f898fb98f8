import type { Wish } from './placement.js'

/** How somebody waits for a place in an engine. */
export interface Waiting {
  /** Goes before all others: what is open already and lost its engine. */
  urgent?: boolean
  /** Hears which number it has in the line, while the server is full. */
  onQueued?: (position: number) => void
  /** False when nobody waits any more; asked from time to time. */
  isWanted?: () => boolean
}

/** Somebody who waits. */
export interface Ticket<P> extends Waiting {
  wish: Wish
  resolve: (process: P) => void
  reject: (error: Error) => void
}

/** Those who wait, in the order in which they are served. */
export function createWaitingLine<P>() {
  let line: Ticket<P>[] = []
  const told = new WeakMap<Ticket<P>, number>()

  function tell(ticket: Ticket<P>, position: number) {
    if (told.get(ticket) === position) return
    told.set(ticket, position)
    ticket.onQueued?.(position)
  }

  return {
    size: () => line.length,
    join(ticket: Ticket<P>) {
      const behind = ticket.urgent ? line.findIndex((other) => !other.urgent) : -1
      line.splice(behind < 0 ? line.length : behind, 0, ticket)
    },
    /** Offers each in turn what `offer` gives; those that get nothing stay, and hear their number when all is full. */
    serve(offer: (wish: Wish) => { process: P } | 'wait' | 'full') {
      const staying: Ticket<P>[] = []
      let position = 0
      for (const ticket of line) {
        const answer = offer(ticket.wish)
        if (typeof answer === 'object') {
          ticket.resolve(answer.process)
          continue
        }
        staying.push(ticket)
        if (answer === 'full') tell(ticket, (position += 1))
      }
      line = staying
    },
    /** Takes out those that nobody wants any more. */
    sweep(reason: Error) {
      for (const ticket of line) if (ticket.isWanted?.() === false) ticket.reject(reason)
      line = line.filter((ticket) => ticket.isWanted?.() !== false)
    },
    rejectAll(error: Error) {
      for (const ticket of line.splice(0)) ticket.reject(error)
    },
  }
}
