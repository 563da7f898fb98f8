/** What a person reads when Lectern is up: the address, and how to sign in for the first time. */
export function bannerLines({
  address,
  signInUrl,
}: {
  address: string
  signInUrl?: string | undefined
}): string[] {
  const lines = ['', `  Lectern is ready:  ${address}`]
  if (signInUrl) lines.push(`  Sign in once as administrator:  ${signInUrl}`)
  return [...lines, '', '  Ctrl-C stops it.', '']
}
