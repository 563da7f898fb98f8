/** Makes a full address of what a person wrote; undefined when it cannot be one. */
export function completeAddress(written: string): string | undefined {
  const address = written.trim()
  if (/^(https?:\/\/|mailto:|#)\S+$/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`
  if (/^[^\s:/]+\.[^\s:/]{2,}(\/\S*)?$/.test(address)) return `https://${address}`
  return undefined
}
