import type { GivenImage } from '@lectern/shared'
import { effectScope } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { createSignal } from '../lib/signal'
import { createDocumentState } from '../session/document-state'
import type { EditorSession } from '../session/editor-session'
import type { HostMessage } from './host-message'
import { useHost } from './use-host'

const picture: GivenImage = { mimeType: 'image/png', data: 'AAAA' }

function start(fetched: GivenImage[] | undefined) {
  const told = createSignal<HostMessage>()
  const notices = { show: vi.fn(), open: vi.fn() }
  const session = {
    state: createDocumentState(),
    fetchImages: vi.fn(() => Promise.resolve(fetched)),
    input: vi.fn(),
  }
  effectScope().run(() =>
    useHost({
      // Only what pictures need of a session.
      session: session as unknown as EditorSession,
      host: { raise: vi.fn() } as never,
      handlers: new Set(),
      notices: notices as never,
      t: (key) => key,
      onHostMessage: told.on,
      replaceConfig: () => undefined,
    }),
  )
  return { told, session, notices }
}

describe('a portal that gives pictures', () => {
  const given = { c: 'add', images: [{ fileType: 'png', url: 'https://portal.example/1' }], token: 't' }

  it('has them put into the document', async () => {
    const { told, session } = start([picture, picture])
    told.emit({ type: 'method', name: 'insertImage', args: [given] })
    await vi.waitFor(() => expect(session.input).toHaveBeenCalledTimes(2))
    expect(session.fetchImages).toHaveBeenCalledWith(given)
    expect(session.input).toHaveBeenLastCalledWith({ type: 'insertImage', ...picture })
  })

  it('is told when the server does not answer', async () => {
    const { told, session, notices } = start(undefined)
    told.emit({ type: 'method', name: 'insertImage', args: [given] })
    await vi.waitFor(() => expect(notices.show).toHaveBeenCalledWith('image.notFetched'))
    expect(session.input).not.toHaveBeenCalled()
  })
})
