import { describe, expect, it } from 'vitest'
import { embedCode, readEmbeddedConfig } from './embedded-config'
import { readPageConfig } from './page-config'

describe('the bar of an embedded document', () => {
  it('has the addresses that the config names, and its place', () => {
    const embedded = {
      saveUrl: 'https://portal.example/save?id=1',
      shareUrl: 'https://portal.example/share',
      embedUrl: 'https://portal.example/embed',
      fullscreenUrl: 'https://portal.example/full',
      toolbarDocked: 'bottom',
    }
    expect(readPageConfig({ type: 'embedded', editorConfig: { embedded } }).embedded).toEqual({
      saveUrl: embedded.saveUrl,
      shareUrl: embedded.shareUrl,
      embedUrl: embedded.embedUrl,
      fullscreenUrl: embedded.fullscreenUrl,
      isDockedBelow: true,
    })
  })

  it('is there without any addresses, and not for other types', () => {
    expect(readPageConfig({ type: 'embedded' }).embedded).toEqual({ isDockedBelow: false })
    expect(
      readPageConfig({ editorConfig: { embedded: { shareUrl: 'https://portal.example' } } }).embedded,
    ).toBe(undefined)
  })

  it('takes no scripts and no broken addresses', () => {
    expect(
      readEmbeddedConfig({
        saveUrl: 'javascript:alert(1)',
        shareUrl: '/relative',
        embedUrl: 7,
        fullscreenUrl: '',
      }),
    ).toEqual({ isDockedBelow: false })
  })

  it('gives code in which an address stays an address', () => {
    expect(embedCode('https://portal.example/?a=1&b="><script>')).toContain(
      'src="https://portal.example/?a=1&amp;b=&quot;>&lt;script>"',
    )
  })
})
