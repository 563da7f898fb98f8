const darkThemes = new Set(['theme-dark', 'theme-contrast-dark', 'default-dark'])
const lightThemes = new Set(['theme-light', 'theme-classic-light', 'default-light', 'theme-white'])

const darkSystem = '(prefers-color-scheme: dark)'

/** Sets the page's look as a theme of the protocol wants it: dark, light, or, with any other, as the system is set. */
export function applyUiTheme(uiTheme: string, root: HTMLElement = document.documentElement) {
  root.dataset.uiTheme = uiTheme
  show(root, matchMedia(darkSystem).matches)
}

/** Follows the system's look, at once and whenever it changes, as long as no theme says otherwise. */
export function followSystemTheme(root: HTMLElement = document.documentElement) {
  const system = matchMedia(darkSystem)
  show(root, system.matches)
  system.addEventListener('change', ({ matches }) => {
    show(root, matches)
  })
}

function show({ dataset }: HTMLElement, isSystemDark: boolean) {
  const uiTheme = dataset.uiTheme ?? ''
  const isDark = darkThemes.has(uiTheme) || (isSystemDark && !lightThemes.has(uiTheme))
  dataset.theme = isDark ? 'dark' : 'light'
}
