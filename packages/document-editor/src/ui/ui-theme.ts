const darkThemes = new Set(['theme-dark', 'theme-contrast-dark', 'default-dark'])
const lightThemes = new Set(['theme-light', 'theme-classic-light', 'default-light', 'theme-white'])

/** Sets the page's look: dark, light, or as the system is set. */
export function applyUiTheme(uiTheme: string, root: HTMLElement = document.documentElement) {
  if (darkThemes.has(uiTheme)) root.dataset.theme = 'dark'
  else if (lightThemes.has(uiTheme)) root.dataset.theme = 'light'
  else delete root.dataset.theme
}
