import type { EditorTheme } from '@onlyoffice/doceditor-types'

export type ThemeChoice = 'light' | 'dark' | 'auto'

const uiThemes: Record<ThemeChoice, EditorTheme> = {
  light: 'theme-light',
  dark: 'theme-dark',
  auto: 'theme-system',
}

/**
 * Adds the look that the person chose for the portal. The signed token does not have it, and no editor minds: it is for
 * looks only.
 */
export function withUiTheme(config: Readonly<Record<string, unknown>>, theme: ThemeChoice) {
  const editorConfig = { ...(config.editorConfig as Record<string, unknown> | undefined) }
  const customization = { ...(editorConfig.customization as Record<string, unknown> | undefined) }
  return {
    ...config,
    editorConfig: { ...editorConfig, customization: { ...customization, uiTheme: uiThemes[theme] } },
  }
}
