import type { Change } from './change.repository.js'

const maxWaiting = 5_000

/** What an inbox held: changes, or the news that there were too many to keep. */
export interface InboxContent {
  changes: readonly Change[]
  isOverflown: boolean
}

/** Keeps changes until somebody has time for them. */
export function createInbox() {
  let waiting: Change[] = []
  let isOverflown = false
  let isClosed = false
  let wake: () => void = () => undefined

  return {
    put(changes: readonly Change[]): void {
      if (waiting.length + changes.length > maxWaiting) {
        isOverflown = true
        waiting = []
      }
      waiting.push(...changes.slice(-maxWaiting))
      wake()
    },

    /** Waits until something is there; undefined when the inbox was closed. */
    async take(): Promise<InboxContent | undefined> {
      while (waiting.length === 0 && !isClosed) await new Promise<void>((resolve) => (wake = resolve))
      if (isClosed) return undefined
      const content = { changes: waiting, isOverflown }
      waiting = []
      isOverflown = false
      return content
    },

    close(): void {
      isClosed = true
      wake()
    },
  }
}
export type Inbox = ReturnType<typeof createInbox>
