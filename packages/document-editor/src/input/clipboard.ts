/** Puts text and its formatted form on the person's clipboard; false when the browser refuses. */
export async function writeClipboard(content: { text: string; html: string }): Promise<boolean> {
  // The old command works without a secure context, so on a plain http address too.
  const listener = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', content.text)
    if (content.html) event.clipboardData?.setData('text/html', content.html)
  }
  document.addEventListener('copy', listener, { capture: true, once: true })
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', listener, { capture: true })
  if (isCopied) return true
  try {
    await navigator.clipboard.writeText(content.text)
    return true
  } catch {
    // No permission or no secure context: the caller tells the person.
    return false
  }
}

export interface PastedContent {
  mimeType: 'text/html' | 'text/plain;charset=utf-8'
  data: string
}

/** Largest paste that is sent, as the server allows it. */
export const maxPasteCharacters = 4_000_000

/** Chooses what to paste: formatted text where there is some, plain text else. */
export function readPaste(data: Pick<DataTransfer, 'getData'> | null): PastedContent | undefined {
  const html = data?.getData('text/html') ?? ''
  if (html !== '' && html.length <= maxPasteCharacters) return { mimeType: 'text/html', data: html }
  const text = data?.getData('text/plain') ?? ''
  if (text !== '' && text.length <= maxPasteCharacters)
    return { mimeType: 'text/plain;charset=utf-8', data: text }
  return undefined
}
