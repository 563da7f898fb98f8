import { reasonOf } from '../../lib/errors.js'
import type { SessionCore } from './session-state.js'

/** Does something in its turn, without anybody who waits for it: a failure, such as a full disk, is noted only. */
export function runLater(
  { state, deps }: Pick<SessionCore, 'state' | 'deps'>,
  task: () => Promise<unknown>,
): void {
  state.lifecycle.run(task).catch((cause: unknown) => {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'A document server task failed')
  })
}
