import { describe, expect, it } from 'vitest'
import { parseHostMessage } from './host-message'
import { readPageConfig } from './page-config'

describe('messages of the host', () => {
  it('are understood', () => {
    expect(
      parseHostMessage({ lectern: 1, type: 'init', config: { a: 1 }, handlers: ['onError', 3] }),
    ).toEqual({
      type: 'init',
      config: { a: 1 },
      handlers: ['onError'],
    })
    expect(parseHostMessage({ lectern: 1, type: 'method', name: 'downloadAs', args: ['pdf'] })).toEqual({
      type: 'method',
      name: 'downloadAs',
      args: ['pdf'],
    })
  })

  it.each([
    [undefined],
    ['init'],
    [{ type: 'init', config: {} }],
    [{ lectern: 2, type: 'init', config: {} }],
    [{ lectern: 1, type: 'init', config: [] }],
    [{ lectern: 1, type: 'method', name: 'constructor', args: [] }],
  ])('that are none of ours are ignored: %j', (data) => {
    expect(parseHostMessage(data)).toBeUndefined()
  })
})

describe('the page config', () => {
  it('has a default for everything that is missing or of a wrong type', () => {
    expect(readPageConfig({ document: null, editorConfig: { lang: 7, customization: 'x' } })).toEqual({
      token: undefined,
      isPdf: false,
      lang: 'en',
      uiTheme: 'theme-system',
      title: '',
      canForceSave: false,
      closeVisible: false,
      hidesTitle: false,
      closeText: undefined,
      sharing: [],
    })
  })

  it('has what the portal tells of the document, and takes no scripts for addresses', () => {
    const action = { type: 'bookmark', data: 'Chapter_2' }
    const sharingSettings = [{ user: 'Ann', permissions: 'Read Only' }, { user: 'A link', isLink: true }, 7]
    const config = (createUrl: string, actionLink: unknown) =>
      readPageConfig({
        document: { info: { favorite: false, sharingSettings } },
        editorConfig: { createUrl, actionLink },
      })
    expect(config('https://portal.example/new', { action })).toMatchObject({
      favorite: false,
      sharing: [{ user: 'Ann', permissions: 'Read Only' }],
      createUrl: 'https://portal.example/new',
      actionLink: { action },
    })
    expect(config('javascript:alert(1)', JSON.stringify({ action }))).toMatchObject({
      createUrl: undefined,
      actionLink: { action },
    })
    for (const broken of ['{', 'null', { action: 'x' }, { action: { type: 'bookmark', data: 7 } }])
      expect(config('', broken).actionLink).toBeUndefined()
  })
})
