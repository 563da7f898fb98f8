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

function prefixOf(url: URL): string {
  return url.pathname.replace(/\/+$/, '')
}
