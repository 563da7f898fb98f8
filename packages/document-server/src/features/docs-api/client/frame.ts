import type { DocEditorConfig } from './doc-editor.js'

/** Path of the editor's page, and the name under which portals know the frame. */
const pagePath = '/web-apps/apps/editor/index.html'
const frameName = 'frameEditor'

function cssSize(value: string | number | undefined): string {
  if (value === undefined) return '100%'
  return typeof value === 'number' || /^\d+$/.test(value) ? `${value}px` : value
}

/** Makes the frame of the editor's page; it takes over the placeholder's id. */
export function createFrame(
  base: string,
  placeholder: HTMLElement,
  config: DocEditorConfig,
): HTMLIFrameElement {
  const query = new URLSearchParams({ parentOrigin: location.origin, frameEditorId: placeholder.id })
  const lang = config.editorConfig?.lang
  if (lang !== undefined) query.set('lang', lang)
  const frame = document.createElement('iframe')
  frame.id = placeholder.id
  frame.name = frameName
  frame.title = 'Document editor'
  frame.src = `${base}${pagePath}?${query.toString()}`
  frame.allow = 'autoplay; camera; microphone; display-capture; clipboard-read; clipboard-write; fullscreen'
  frame.allowFullscreen = true
  frame.style.border = '0'
  frame.style.width = cssSize(config.width)
  frame.style.height = cssSize(config.height)
  return frame
}

/** Puts the placeholder back where the frame is, so that the portal can use it again. */
export function restorePlaceholder(frame: HTMLIFrameElement, placeholder: HTMLElement): void {
  frame.replaceWith(placeholder)
}
