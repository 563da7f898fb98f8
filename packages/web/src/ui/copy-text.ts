/** Puts a text on the clipboard; tells whether that worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Pages on plain HTTP, as in many office networks, have no clipboard API.
    if (!globalThis.isSecureContext) return copyBySelection(text)
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Browsers refuse when permission is missing: the older way may still work.
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  // A dialog keeps the focus inside itself, so the field has to be in it.
  const parent = document.querySelector('[role="dialog"]') ?? document.body
  parent.append(area)
  area.select()
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain HTTP
    return document.execCommand('copy')
  } finally {
    area.remove()
  }
}
