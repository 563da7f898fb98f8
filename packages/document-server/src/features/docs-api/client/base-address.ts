/** Path of this script below the document server's address. */
export const scriptPath = '/web-apps/apps/api/documents/api.js'

/**
 * Gives the document server's address from the address of this script, so that it works below a path prefix too;
 * undefined for a script of another path.
 */
export function baseAddressOf(scriptSource: string): string | undefined {
  const end = scriptSource.indexOf(scriptPath)
  return end < 0 ? undefined : scriptSource.slice(0, end)
}

/** Finds the script that is running, or one that the page loaded earlier under the same path. */
export function findBaseAddress(page: Document): string {
  const running = page.currentScript
  if (running instanceof HTMLScriptElement) {
    const base = baseAddressOf(running.src)
    if (base !== undefined) return base
  }
  for (const script of page.scripts) {
    const base = baseAddressOf(script.src)
    if (base !== undefined) return base
  }
  throw new Error(
    `DocsAPI: the address of the document server is unknown, no script ends with ${scriptPath}.`,
  )
}
