import type { EditorContext } from '../editor-context'
import { escapeHtml } from '../lib/escape-html'

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

const ownMark = (id: string) => `<meta name="lectern-copy" content="${id}">`

/** Copies, or cuts, what is selected in the document. */
export async function copySelection(editor: EditorContext, isCut: boolean) {
  const { session, notices, translate } = editor
  const { state } = session
  const former = state.ownCopy
  const id = `${state.participantId}-${String(performance.now())}`
  const hasShape = state.role === 'editor' && state.graphic !== null
  // The engine copies before it does what comes next, so a paste need not wait for the clipboard.
  if (state.role === 'editor') state.ownCopy = { id, text: '', isPending: true }
  const content = await session.copy(isCut && state.canEdit)
  if (!content || (content.text === '' && content.html === '' && !hasShape)) {
    state.ownCopy = former
    return
  }
  const { text } = content
  const isWritten = await writeClipboard({
    text,
    html: `${ownMark(id)}${content.html || (text && `<pre>${escapeHtml(text)}</pre>`)}`,
  })
  if (state.role === 'editor') state.ownCopy = { id, text, isPending: false }
  if (!isWritten) notices.show(translate('notice.clipboardRefused'))
  // Meanwhile the person may have gone to a field of the page.
  if (document.activeElement === document.body) editor.focus()
}

/** Tells whether the clipboard still holds what was copied in this document, which the engine knows better than HTML. */
export function holdsOwnCopy(
  { session }: EditorContext,
  data: Pick<DataTransfer, 'getData'> | null,
): boolean {
  const { ownCopy } = session.state
  if (!ownCopy) return false
  return ownCopy.isPending || (data?.getData('text/html') ?? '').includes(ownMark(ownCopy.id))
}

/** Pastes by a menu: the browser asks the person, or refuses on a plain http address. */
export async function pasteFromClipboard({ session, notices, translate, focus }: EditorContext) {
  try {
    const text = await navigator.clipboard.readText()
    if (session.state.ownCopy?.text === text) session.command('Paste')
    else if (text === '' || text.length > maxPasteCharacters) notices.show(translate('notice.nothingToPaste'))
    else session.input({ type: 'paste', mimeType: 'text/plain;charset=utf-8', data: text })
  } catch {
    // No permission or no secure context: the keys work nevertheless.
    notices.show(translate('notice.pasteByKeys'))
  }
  focus()
}
