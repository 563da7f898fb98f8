import { fieldsOf } from './fields-of'

/** The small bar of a document in another page, as `editorConfig.embedded` describes it. */
export interface EmbeddedConfig {
  /** Each button is there only with its address. */
  saveUrl?: string
  shareUrl?: string
  embedUrl?: string
  fullscreenUrl?: string
  isDockedBelow: boolean
}

/** Reads the bar's addresses; what is no address of the web, such as a script, is left out. */
export function readEmbeddedConfig(embedded: unknown): EmbeddedConfig {
  const fields = fieldsOf(embedded)
  return {
    saveUrl: webAddress(fields.saveUrl),
    shareUrl: webAddress(fields.shareUrl),
    embedUrl: webAddress(fields.embedUrl),
    fullscreenUrl: webAddress(fields.fullscreenUrl),
    isDockedBelow: fields.toolbarDocked === 'bottom',
  }
}

/** Gives the HTML that puts a document into a page. */
export function embedCode(address: string): string {
  const src = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${src}" width="800" height="600" style="border: 0" allow="fullscreen"></iframe>`
}

/** Reads an address of the web; what is none, such as a script, is left out. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined
  const { protocol, href } = new URL(value)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
