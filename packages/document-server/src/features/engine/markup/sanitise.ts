import { escapeAttribute } from '../../../lib/escape-markup.js'

/** Elements that go together with what is in them. */
const removedWithContent = [
  'script',
  'iframe',
  'object',
  'embed',
  'applet',
  'noscript',
  'template',
  'svg',
  'math',
  'form',
]
/** Elements that only lead elsewhere, or change how the rest is read. */
const removed = new Set([
  'base',
  'link',
  'meta',
  'frame',
  'frameset',
  'input',
  'button',
  'audio',
  'video',
  'source',
])
const allowedAttributes = new Set(
  'class id name title alt lang dir align valign width height border cellpadding cellspacing colspan rowspan bgcolor color face size start type style'.split(
    ' ',
  ),
)
const safeLink = /^\s*(https?:|mailto:|#)/i
const safePicture = /^data:image\/(png|jpe?g|gif|bmp);base64,[\w+/=\s]*$/i
/** What in a style loads something, or runs. */
const unsafeStyle = /url\s*\(|@import|expression\s*\(|behavior\s*:|-moz-binding|\\/i

// Nothing may be read twice, however long a hostile file goes on without a closing bracket.
const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g
const attribute = /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

interface SanitiseOptions {
  /** Gives the picture that a `src` means as a `data:` address, when the file brings it along. */
  pictureOf?: (source: string) => string | undefined
}

/**
 * Takes out of HTML whatever runs, loads or leads elsewhere: scripts, frames, handlers, remote pictures and styles. The
 * engine has no network, but it would read files of its own, and links stay in what is saved.
 */
export function sanitiseHtml(html: string, { pictureOf = () => undefined }: SanitiseOptions = {}): string {
  const withoutComments = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[!?][^<>]*>/g, '')
  const withoutElements = removedWithContent.reduce(removeElement, withoutComments)
  const withStyles = withoutElements.replace(
    /(<style\b[^<>]*>)([\s\S]*?)(<\/style\s*>|$)/gi,
    (_, start: string, css: string, end: string) => start + cleanCss(css) + end,
  )
  // What is no whole element any more is text.
  return withStyles
    .replace(tag, (_, slash: string, name: string, attributes: string) =>
      removed.has(name.toLowerCase()) || removedWithContent.includes(name.toLowerCase())
        ? ''
        : `\u0001${slash}${name}${slash ? '' : cleanAttributes(attributes, pictureOf)}\u0002`,
    )
    .replaceAll('<', '&lt;')
    .replaceAll('\u0001', '<')
    .replaceAll('\u0002', '>')
}

function removeElement(html: string, name: string): string {
  return html.replace(new RegExp(`<${name}\\b[^<>]*>[\\s\\S]*?(?:</${name}\\s*>|$)`, 'gi'), '')
}

function cleanCss(css: string): string {
  return css
    .split('}')
    .filter((rule) => !unsafeStyle.test(rule))
    .join('}')
    .replaceAll('<', '')
}

function cleanAttributes(text: string, pictureOf: (source: string) => string | undefined): string {
  let cleaned = ''
  for (const [, name = '', quoted = ''] of text.matchAll(attribute)) {
    const value = decodeReferences(quoted.replace(/^(["'])([\s\S]*)\1$/, '$2'))
    const kept = cleanAttribute(name.toLowerCase(), value, pictureOf)
    if (kept !== undefined) cleaned += ` ${name.toLowerCase()}="${escapeValue(kept)}"`
  }
  return cleaned
}

function cleanAttribute(name: string, value: string, pictureOf: (source: string) => string | undefined) {
  if (name === 'href') return safeLink.test(value) ? value : undefined
  if (name === 'src') return safePicture.test(value) ? value : pictureOf(value)
  if (name === 'style') return unsafeStyle.test(value) ? undefined : value
  return allowedAttributes.has(name) ? value : undefined
}

function decodeReferences(value: string): string {
  return value
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(
      /&(amp|quot|lt|gt|colon|tab|newline);/gi,
      (_, name: string) => references[name.toLowerCase()] ?? '',
    )
}

const references: Record<string, string> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  colon: ':',
  tab: '',
  newline: '',
}

function escapeValue(value: string): string {
  return escapeAttribute(value.replace(/[\u0000-\u001f]/g, ' '))
}
