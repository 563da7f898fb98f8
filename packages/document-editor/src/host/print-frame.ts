/** Prints a PDF in a frame that nobody sees. Resolves when the browser has shown its dialog. */
export async function printPdf(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The PDF was answered with ${String(response.status)}.`)
  const address = URL.createObjectURL(await response.blob())
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position: fixed; width: 1px; height: 1px; right: 100%; bottom: 100%; border: 0'
  frame.setAttribute('aria-hidden', 'true')
  frame.dataset.print = ''
  frame.src = address
  // The one before is done with: browsers say nothing when their dialog closes.
  document.querySelector('iframe[data-print]')?.remove()
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', () => {
      resolve()
    })
    document.body.append(frame)
  })
  frame.contentWindow?.print()
  URL.revokeObjectURL(address)
}

/** Saves a file from the document server under a name. */
export function saveFile(url: string, name: string) {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
