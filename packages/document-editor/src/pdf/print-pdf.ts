import type { PDFDocumentProxy } from 'pdfjs-dist'
import { paintPage } from './load-pdf'

/** Points of a PDF file are 1/72 inch, CSS pixels 1/96. */
const cssPixelsPerPoint = 96 / 72
/** 192 dots per inch: small print stays sharp, and a page takes a few megabytes. */
const density = 2

/** Prints a file: its pages take the place of the page's own content for as long as the browser prints. */
export async function printPdf(pdf: PDFDocumentProxy): Promise<void> {
  const [, , widthPt = 595, heightPt = 842] = (await pdf.getPage(1)).view
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  const style = document.createElement('style')
  style.textContent = `@page{size:${widthPt}pt ${heightPt}pt;margin:0}@media screen{.print-sheet{display:none}}@media print{html,body{height:auto!important;overflow:visible!important}body>:not(.print-sheet){display:none!important}.print-sheet img{display:block;width:100%;break-after:page}}`
  const urls: string[] = []
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const image = new Image()
      image.src = await paintToUrl(pdf, number, widthPt * cssPixelsPerPoint)
      urls.push(image.src)
      await image.decode()
      sheet.append(image)
    }
    document.body.append(style, sheet)
    print()
  } finally {
    style.remove()
    sheet.remove()
    for (const url of urls) URL.revokeObjectURL(url)
  }
}

async function paintToUrl(pdf: PDFDocumentProxy, pageNumber: number, width: number): Promise<string> {
  const canvas = document.createElement('canvas')
  await paintPage(pdf, pageNumber, canvas, { width, density, intent: 'print' })
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve)
  })
  if (!blob) throw new Error('The browser has not enough memory for a page.')
  return URL.createObjectURL(blob)
}
