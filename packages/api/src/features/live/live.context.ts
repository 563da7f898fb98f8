import type { Actor } from '../auth/index.js'
import type { LiveService } from './live.service.js'

/** Finds out who is at the other end, anew each time: sessions and tokens end while connections last. */
export type Identify = () => Promise<Actor | undefined>

/** What subscriptions get to know of the connection. */
export interface LiveContext {
  live: LiveService
  identify: Identify
}
