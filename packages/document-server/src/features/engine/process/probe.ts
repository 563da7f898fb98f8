import type { CallbackRouter } from './callbacks.js'
import { lokCallback } from './callbacks.js'
import type { Lok } from './lok.js'

const neededStates = 20
const patienceMs = 8_000

/**
 * Makes sure that LibreOffice's timers run: an engine in which they do not looks healthy, but never tells the states
 * of commands and hangs later. Moving the cursor of a small text must lead to a good number of states.
 */
export async function probeEngine(lok: Lok, router: CallbackRouter): Promise<void> {
  const path = '/tmp/probe.txt'
  lok.module.FS.writeFile(path, 'probe\n')
  const document = lok.load(path, '')
  if (document === 0) throw new Error(`The engine does not open a one-line text: ${lok.lastError()}`)
  lok.invoke(document, 'initializeForRendering', '{}')
  let states = 0
  let enough = () => {}
  const alive = new Promise<void>((resolve) => (enough = resolve))
  const callbackId = router.add((type) => {
    if (type === lokCallback.stateChanged) states += 1
    if (states > neededStates) enough()
  })
  lok.invoke(document, 'registerCallback', lok.callbackSlot(), callbackId)
  lok.invoke(document, 'postUnoCommand', '.uno:GoRight', '', 0)
  lok.flush(document)
  const deadline = setTimeout(() => {
    throw new Error('The timers of this engine do not run.')
  }, patienceMs)
  await alive
  clearTimeout(deadline)
  lok.assertQueue()
  router.remove(callbackId)
  lok.invoke(document, 'destroy')
  lok.module.FS.unlink(path)
}
