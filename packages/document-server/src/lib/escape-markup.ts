/** Writes text for XML or HTML, to stand between two tags. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Writes text for XML or HTML, to stand in an attribute between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replaceAll('"', '&quot;')
}

const characters: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Gives the text that was written for XML. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,5}));/gi,
    (all, hex?: string, decimal?: string, name = '') => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      return characters[String(name)] ?? all
    },
  )
}
