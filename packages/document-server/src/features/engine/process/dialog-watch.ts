import type { Dialogs } from './dialogs.js'
import type { Lok } from './lok.js'

/** A dialog of which the engine loads the parts for the first time takes some seconds. */
const longestMs = 20_000

interface DialogWatchOptions {
  lok: Lok
  document: number
  views: () => Iterable<{ viewId: number; dialogs: Dialogs }>
}

/** Answers the dialogs of one document's views. */
export function createDialogWatch({ lok, document, views }: DialogWatchOptions) {
  const some = (test: (dialogs: Dialogs) => boolean) => [...views()].some(({ dialogs }) => test(dialogs))

  function answer() {
    for (const { viewId, dialogs } of views()) {
      if (!dialogs.isWaiting()) continue
      lok.useView(document, viewId)
      dialogs.settle()
    }
  }

  function waitWhile(test: (dialogs: Dialogs) => boolean, ms: number) {
    const giveUpAt = performance.now() + ms
    while (some(test) && performance.now() < giveUpAt) {
      lok.pause()
      lok.hear(document)
      answer()
    }
  }

  return {
    /**
     * Waits for the dialogs that commands opened until they are gone. What anybody does meanwhile would go to them;
     * and they take no key any more once another view has become the current one, as it does for a picture or a save.
     * One whose fields are told of is waited for right after its command: the engine tells of it when it has time, and
     * leaves out commands until it is answered.
     */
    finish({ isOpening = false } = {}) {
      if (some((dialogs) => dialogs.isExpecting())) {
        lok.settle()
        lok.hear(document)
      }
      answer()
      if (isOpening) waitWhile((dialogs) => dialogs.isExpecting(), longestMs)
      waitWhile((dialogs) => dialogs.isOpen(), longestMs)
    },
  }
}
