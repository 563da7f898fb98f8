import { editorPagePath, editorSocketPath } from '@lectern/shared'

/** Address of the editor's socket, beside this page, whatever path prefix a proxy put before both. */
export function socketUrl(pageAddress: string): string {
  const url = new URL(pageAddress)
  const folder = editorPagePath.replace(/index\.html$/, '')
  const at = url.pathname.lastIndexOf(folder)
  const prefix = at >= 0 ? url.pathname.slice(0, at) : ''
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.pathname = prefix + editorSocketPath
  url.search = ''
  url.hash = ''
  return url.href
}
