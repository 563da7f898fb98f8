const hidden = '…'
const longestPlainSegment = 40
const secretNames = /token|secret|signature|password|^md5$|authorization/i
const jwtLike = /\b[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}\b/g

/** Hides what could be a key in an address: its query, its account, and path segments that look like tokens. */
export function redactUrl(text: string): string {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    // No address: nothing of it can be trusted to be harmless.
    return hidden
  }
  const path = url.pathname
    .split('/')
    .map((segment) => (segment.length > longestPlainSegment ? hidden : segment))
    .join('/')
  return `${url.protocol}//${url.host}${path}${url.search && `?${hidden}`}`
}

/** Copies a value with all that could open something hidden: tokens, passwords, signed addresses. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string')
    return /^https?:/i.test(value) ? redactUrl(value) : value.replace(jwtLike, hidden)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    secretNames.test(name) ? hidden : redact(inner),
  ])
  return Object.fromEntries(entries) as unknown
}
