import type { ServerMessage } from '@lectern/shared'
import { openEditorPage } from '../../src/testing/editor-page.js'
import type { Driver } from './driver.js'

/** Drives the embedded editor by its socket, as its page does. */
export function createEmbeddedDriver(url: string): Driver {
  return {
    open: async (_config, token) => {
      const page = await openEditorPage(url, { token })
      const seen = new Set<ServerMessage>()
      async function next<Type extends ServerMessage['type']>(type: Type) {
        const message = await page.wait(type, (candidate) => !seen.has(candidate))
        seen.add(message)
        return message
      }
      return {
        ready: async () => page.setSeq((await page.wait('opened')).lastSeq),
        type: async (text) => {
          const seq = page.type(text)
          await page.wait('ack', ({ durableSeq }) => durableSeq >= seq)
        },
        save: () => page.send({ type: 'forceSave' }),
        error: async () => (await next('error')).code,
        warning: async () => (await next('warning')).code,
        outdated: async () => {
          await page.wait('outdated')
        },
        renamed: async () => (await next('meta')).title,
        dropped: async () => {
          await page.wait('ended', ({ reason }) => reason === 'dropped')
        },
        leave: () => page.leave(),
      }
    },
  }
}
