/** How the portal speaks with the OpenID Connect provider, and whom it lets in. */
export interface OidcSettings {
  issuer: string
  clientId: string
  /** Never shown to anybody; left out for clients that the provider knows as public. */
  clientSecret: string | undefined
  /** What the button on the sign-in page says. */
  label: string
  /** Domains of e-mail addresses, in lower case; empty when the provider alone decides. */
  allowedDomains: readonly string[]
  /** What people become who have no account yet; `none` makes no accounts. */
  newPeople: 'member' | 'guest' | 'none'
}
