/** Where the document server is, as the portal and as the browser see it. */
export interface DocumentServerAddresses {
  /** As the browser sees it: absolute, or a path of the portal. */
  publicUrl: string
  /** As the portal sees it, always absolute. */
  internalUrl: string
}

/**
 * Gives the address from which the portal fetches what a link of the document server names. Only path and query of the
 * link count: its host follows whatever request made it, and the portal never downloads from anywhere but the
 * configured document server.
 */
export function internalLink(
  link: string,
  { publicUrl, internalUrl }: DocumentServerAddresses,
): URL | undefined {
  const internal = new URL(internalUrl)
  if (!URL.canParse(link, internal.href)) return undefined
  const { pathname, search } = new URL(link, internal)
  const prefixes = [prefixOf(new URL(publicUrl, internal)), prefixOf(internal)]
  const prefix = prefixes.find((candidate) => candidate !== '' && pathname.startsWith(`${candidate}/`)) ?? ''
  return new URL(`${internal.origin}${prefixOf(internal)}${pathname.slice(prefix.length)}${search}`)
}

/**
 * True for an address of the document server under which results lie. A browser may name nothing else: the portal reaches
 * pages of the document server that are closed to people.
 */
export function isResultLink(link: string, addresses: DocumentServerAddresses): boolean {
  const url = internalLink(link, addresses)
  if (!url) return false
  const root = prefixOf(new URL(addresses.internalUrl))
  // A slash in disguise could lead out again: servers differ in when they decode it.
  return url.pathname.startsWith(`${root}/cache/files/`) && !/%2f|%5c/i.test(url.pathname)
}

function prefixOf(url: URL): string {
  return url.pathname.replace(/\/+$/, '')
}
