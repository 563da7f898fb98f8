/** What a walk through XML tells, in the order of the file. */
export interface XmlHandlers {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const token =
  /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|([^<]+)/g
const entities: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Walks through the XML of an office file; what is not well formed is passed over. */
export function walkXml(xml: string, { open, close, text }: XmlHandlers): void {
  for (const [, end, name, attributes = '', cdata, plain] of xml.matchAll(token)) {
    if (plain !== undefined) text?.(decodeXml(plain))
    else if (cdata !== undefined) text?.(cdata)
    else if (name === undefined) continue
    else if (end) close?.(name)
    else {
      open?.(name, (wanted) => attributeOf(attributes, wanted))
      if (attributes.endsWith('/')) close?.(name)
    }
  }
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted) return decodeXml(double ?? single ?? '')
  return undefined
}

/** Puts characters in the place of what XML writes for them. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16)
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' '
    },
  )
}
