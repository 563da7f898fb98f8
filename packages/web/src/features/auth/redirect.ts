/** Gives the page to show after signing in: only ever one of this portal. */
export function safeRedirect(target: unknown): string {
  if (typeof target !== 'string' || !target.startsWith('/')) return '/'
  // `//host` and `/\host` leave the portal in browsers.
  return /^\/[/\\]/.test(target) ? '/' : target
}
