import { expect, it } from 'vitest'
import { withUiTheme } from './ui-theme'

it('adds the look and keeps everything else', () => {
  const config = { document: { key: 'a' }, editorConfig: { lang: 'en', customization: { forcesave: true } } }
  expect(withUiTheme(config, 'dark')).toEqual({
    document: { key: 'a' },
    editorConfig: { lang: 'en', customization: { forcesave: true, uiTheme: 'theme-dark' } },
  })
  expect(withUiTheme({}, 'auto')).toEqual({ editorConfig: { customization: { uiTheme: 'theme-system' } } })
})
