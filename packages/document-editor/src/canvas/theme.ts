import type { CanvasTheme } from './scene'

const variables: Record<keyof CanvasTheme, string> = {
  desk: '--desk',
  page: '--page',
  pageEdge: '--page-edge',
  pageShadow: '--page-shadow',
  header: '--sheet-header',
  headerActive: '--sheet-header-active',
  headerText: '--text-muted',
  headerLine: '--line',
  accent: '--accent',
  selection: '--selection',
}

/** Reads the canvas's colours from the style sheet, where both themes are written down. */
export function readCanvasTheme(element: Element): CanvasTheme {
  const style = getComputedStyle(element)
  const colors = Object.entries(variables).map(([name, variable]) => [
    name,
    style.getPropertyValue(variable).trim(),
  ])
  return Object.fromEntries(colors) as CanvasTheme
}
