import type { Config } from '@onlyoffice/doceditor-types'
import { effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocsApi } from './docs-api'
import { useDocumentEditor, type EditorEvents, type SignedEditorConfig } from './use-document-editor'

/** An editor that, like the real ones, puts itself in the place of its placeholder. */
class FakeEditor {
  static all: FakeEditor[] = []
  readonly frame = document.createElement('iframe')
  refreshed: Config | undefined
  closeRequests = 0

  constructor(
    placeholderId: string,
    readonly config: Config,
  ) {
    const placeholder = document.getElementById(placeholderId)
    if (!placeholder) throw new Error(`There is no element ${placeholderId}.`)
    placeholder.replaceWith(this.frame)
    FakeEditor.all.push(this)
  }

  destroyEditor() {
    this.frame.remove()
  }

  refreshFile(config: Config) {
    this.refreshed = config
  }

  requestClose() {
    this.closeRequests++
  }
}

const docsApi = { DocEditor: FakeEditor } as unknown as DocsApi
const signed = (key: string): SignedEditorConfig => ({
  documentServerUrl: '/document-server',
  config: { document: { key } },
  token: `token-${key}`,
})
const settle = () => new Promise((resolve) => setTimeout(resolve))
let scope = effectScope()
let container: HTMLElement

beforeEach(() => {
  FakeEditor.all = []
  scope = effectScope()
  container = document.createElement('div')
  document.body.replaceChildren(container)
})
afterEach(() => {
  scope.stop()
})

function open(
  config = shallowRef<SignedEditorConfig | undefined>(signed('a')),
  load = () => Promise.resolve(docsApi),
  events: EditorEvents = {},
) {
  const editor = scope.run(() => useDocumentEditor(container, config, { load, events: () => events }))
  if (!editor) throw new Error('The scope has ended.')
  return { editor, config }
}

const newest = () => {
  const editor = FakeEditor.all.at(-1)
  if (!editor) throw new Error('No editor was made.')
  return editor
}

describe('the document editor', () => {
  it('gets the signed config with its token', async () => {
    open()
    await settle()
    expect(newest().config).toMatchObject({ document: { key: 'a' }, token: 'token-a' })
  })

  it('is ready when the document is, and tells the page', async () => {
    let told = false
    const { editor } = open(undefined, undefined, { onDocumentReady: () => (told = true) })
    await settle()
    expect(editor.state.value).toBe('loading')
    newest().config.events?.onDocumentReady?.()
    expect(editor.state.value).toBe('ready')
    expect(told).toBe(true)
  })

  it('says why there is none when api.js does not come', async () => {
    const cause = new Error('unreachable')
    const { editor } = open(undefined, () => Promise.reject(cause))
    await settle()
    expect(editor.state.value).toBe('error')
    expect(editor.error.value).toBe(cause)
  })

  it('is tried again with the next config', async () => {
    let attempts = 0
    const { editor, config } = open(undefined, () =>
      attempts++ === 0 ? Promise.reject(new Error('unreachable')) : Promise.resolve(docsApi),
    )
    await settle()
    config.value = signed('b')
    await settle()
    expect(editor.error.value).toBeUndefined()
    expect(newest().config.document).toMatchObject({ key: 'b' })
  })

  it('gives way to a new one when the config changes', async () => {
    const { config } = open()
    await settle()
    config.value = signed('b')
    await settle()
    expect(container.children).toHaveLength(1)
    expect(container.firstElementChild).toBe(newest().frame)
    expect(FakeEditor.all).toHaveLength(2)
  })

  it('is not made when the page was left while api.js loaded', async () => {
    let arrive: (api: DocsApi) => void = () => undefined
    open(undefined, () => new Promise((resolve) => (arrive = resolve)))
    scope.stop()
    arrive(docsApi)
    await settle()
    expect(FakeEditor.all).toHaveLength(0)
  })

  it('leaves nothing behind with its page', async () => {
    open()
    await settle()
    scope.stop()
    expect(container.children).toHaveLength(0)
  })

  it('marks changes that have not reached the server', async () => {
    const { editor } = open()
    await settle()
    newest().config.events?.onDocumentStateChange?.({ data: true })
    expect(editor.hasUnsavedChanges.value).toBe(true)
    newest().config.events?.onDocumentStateChange?.({ data: false })
    expect(editor.hasUnsavedChanges.value).toBe(false)
  })

  it('takes an error before the document is there as the end of opening, a later one not', async () => {
    const { editor } = open()
    await settle()
    newest().config.events?.onError?.({ data: { errorCode: -4 } })
    expect(editor.state.value).toBe('error')
    newest().config.events?.onDocumentReady?.()
    newest().config.events?.onError?.({ data: { errorCode: -1 } })
    expect(editor.state.value).toBe('ready')
  })

  it('is asked before it closes only once it is ready', async () => {
    const { editor } = open()
    await settle()
    expect(editor.requestClose()).toBe(false)
    newest().config.events?.onDocumentReady?.()
    expect(editor.requestClose()).toBe(true)
    expect(newest().closeRequests).toBe(1)
  })

  it('refreshes the file in place with a token of its own', async () => {
    const { editor } = open()
    await settle()
    expect(editor.refreshFile(signed('b'))).toBe(true)
    expect(newest().refreshed).toMatchObject({ document: { key: 'b' }, token: 'token-b' })
    expect(FakeEditor.all).toHaveLength(1)
  })

  it('stays closed when a config comes after closing', async () => {
    const { editor, config } = open()
    await settle()
    editor.close()
    config.value = signed('b')
    await settle()
    expect(editor.state.value).toBe('closed')
    expect(container.children).toHaveLength(0)
  })
})
