import type { UrlTokens } from './url-token.js'

/** Makes the addresses at which the document server reaches this portal, each with a token of its own. */
export function createPortalLinks(urlTokens: UrlTokens, portalInternalUrl: () => string) {
  const address = (kind: 'files' | 'callbacks', documentId: string, token: string) =>
    `${portalInternalUrl()}/editing/${kind}/${documentId}?token=${token}`

  return {
    fileUrl(documentId: string, versionId: string): string {
      return address('files', documentId, urlTokens.sign({ purpose: 'file', documentId, versionId }))
    },

    callbackUrl(documentId: string, key: string): string {
      return address('callbacks', documentId, urlTokens.sign({ purpose: 'callback', documentId, key }))
    },

    /** Tells whether a URL is the one of this file and token; its host depends on who looks, so it does not count. */
    isFileUrl(url: unknown, documentId: string, token: string): boolean {
      if (typeof url !== 'string' || !URL.canParse(url)) return false
      const expected = new URL(address('files', documentId, token))
      const { pathname, search } = new URL(url)
      return pathname === expected.pathname && search === expected.search
    },
  }
}
export type PortalLinks = ReturnType<typeof createPortalLinks>
