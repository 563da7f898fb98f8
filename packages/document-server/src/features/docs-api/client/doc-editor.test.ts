// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true}}
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { editorPagePath, editorPageQuery } from '@lectern/shared'
import { baseAddressOf } from './base-address.js'
import { createDocEditor } from './doc-editor.js'

const base = 'https://office.example/document-server'
const origin = 'https://office.example'

function frame(): HTMLIFrameElement {
  const found = document.querySelector('iframe')
  if (!found) throw new Error('there is no frame')
  return found
}

function say(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
  const event = new MessageEvent('message', { data, origin: from.origin ?? origin })
  Object.defineProperty(event, 'source', { value: 'source' in from ? from.source : frame().contentWindow })
  window.dispatchEvent(event)
}

/** What the host sent to the page. */
function listen() {
  const post = vi.fn()
  Object.defineProperty(frame(), 'contentWindow', { value: { postMessage: post }, configurable: true })
  return post
}

/** Keeps the address of a frame without loading it, of which the test's browser would complain. */
function keepAddresses(): void {
  const addresses = new WeakMap<object, string>()
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    configurable: true,
    get(this: object) {
      return addresses.get(this) ?? ''
    },
    set(this: object, value: string) {
      addresses.set(this, value)
    },
  })
}

beforeAll(keepAddresses)

beforeEach(() => {
  document.body.innerHTML = '<main><div id="place"></div></main>'
})
afterEach(() => {
  document.body.innerHTML = ''
})

describe('the editor of api.js', () => {
  it('takes the place of the element, and gives it back', () => {
    const editor = createDocEditor(base, 'place', { width: '100%', height: 600 })
    const url = new URL(frame().src)
    expect(url.origin + url.pathname).toBe(base + editorPagePath)
    expect(url.searchParams.get(editorPageQuery.parentOrigin)).toBe(location.origin)
    expect(url.searchParams.get(editorPageQuery.frameEditorId)).toBe('place')
    expect(document.getElementById('place')).toBe(frame())
    editor.destroyEditor()
    expect(document.querySelector('iframe')).toBeNull()
    expect(document.getElementById('place')?.tagName).toBe('DIV')
  })

  it('hands over the config without its functions when the page is ready', () => {
    const onAppReady = vi.fn()
    const editor = createDocEditor(base, 'place', { token: 't', events: { onAppReady, onError: undefined } })
    const post = listen()
    say({ lectern: 1, type: 'appReady' })
    expect(onAppReady).toHaveBeenCalledWith({ target: editor })
    expect(post).toHaveBeenCalledWith(
      { lectern: 1, type: 'init', config: { token: 't' }, handlers: ['onAppReady'] },
      origin,
    )
  })

  it('raises events with their data', () => {
    const onError = vi.fn()
    const editor = createDocEditor(base, 'place', { events: { onError } })
    const data = { errorCode: -4, errorDescription: 'Download failed.' }
    say({ lectern: 1, type: 'event', name: 'onError', data })
    expect(onError).toHaveBeenCalledWith({ target: editor, data })
  })

  it('believes neither other windows nor other origins', () => {
    const onAppReady = vi.fn()
    createDocEditor(base, 'place', { events: { onAppReady } })
    say({ lectern: 1, type: 'appReady' }, { origin: 'https://evil.example' })
    say({ lectern: 1, type: 'appReady' }, { source: window })
    say('appReady')
    say(null)
    expect(onAppReady).not.toHaveBeenCalled()
  })

  it('keeps calls until the page listens, and hears nothing after its end', () => {
    const onInfo = vi.fn()
    const editor = createDocEditor(base, 'place', { events: { onInfo } })
    const post = listen()
    editor.downloadAs('pdf')
    expect(post).not.toHaveBeenCalled()
    say({ lectern: 1, type: 'appReady' })
    expect(post).toHaveBeenLastCalledWith(
      { lectern: 1, type: 'method', name: 'downloadAs', args: ['pdf'] },
      origin,
    )
    editor.refreshHistory({ currentVersion: 1, history: [] })
    expect(post).toHaveBeenLastCalledWith(
      { lectern: 1, type: 'method', name: 'refreshHistory', args: [{ currentVersion: 1, history: [] }] },
      origin,
    )
    const calls = [
      ['setUsers', { c: 'mention', users: [{ name: 'Ann', email: 'ann@example.org' }] }],
      ['setSharingSettings', { sharingSettings: [{ user: 'Ann', permissions: 'Full Access' }] }],
      ['setActionLink', 'https://portal.example/documents/1'],
      ['setFavorite', true],
      [
        'insertImage',
        { c: 'add', images: [{ fileType: 'png', url: 'https://portal.example/1' }], token: 't' },
      ],
    ] as const
    for (const [name, argument] of calls) {
      const method = editor[name] as (argument: unknown) => void
      method(argument)
      expect(post).toHaveBeenLastCalledWith({ lectern: 1, type: 'method', name, args: [argument] }, origin)
    }
    const source = frame().contentWindow
    editor.destroyEditor()
    say({ lectern: 1, type: 'event', name: 'onInfo', data: { mode: 'edit' } }, { source })
    expect(onInfo).not.toHaveBeenCalled()
  })

  it('says which element is missing', () => {
    expect(() => createDocEditor(base, 'nowhere', {})).toThrow('no element with the id "nowhere"')
  })
})

describe('the address of the document server', () => {
  it.each([
    ['https://office.example/web-apps/apps/api/documents/api.js', 'https://office.example'],
    ['http://h:3000/document-server/web-apps/apps/api/documents/api.js?v=1', 'http://h:3000/document-server'],
    ['https://office.example/other.js', undefined],
  ])('of a script at %s is %s', (source, address) => {
    expect(baseAddressOf(source)).toBe(address)
  })
})
