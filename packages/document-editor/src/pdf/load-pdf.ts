import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { AnnotationMode, getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'

GlobalWorkerOptions.workerSrc = workerUrl

/** Why a PDF file is not shown. */
export type PdfFault = 'password' | 'damaged' | 'unreachable'

/** Files that PDF pages may need: character maps, standard fonts, decoders. The build copies them beside the page. */
const resource = (folder: string) => new URL(`pdf-resources/${folder}/`, document.baseURI).href

/** Begins to load a file; only the parts that are shown are fetched at first. */
export function loadPdf(url: string) {
  return getDocument({
    url,
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    wasmUrl: resource('wasm'),
    iccUrl: resource('iccs'),
    isEvalSupported: false,
    enableXfa: false,
  })
}

/** Tells what kind of fault a failed loading shows. */
export function faultOf(cause: unknown): PdfFault {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') return 'password'
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'damaged' : 'unreachable'
}

/** Paints a page as wide as wanted, in CSS pixels, sharp on this screen. */
export async function paintPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  canvas: HTMLCanvasElement,
  { width, density = devicePixelRatio, intent = 'display' }: PaintOptions,
): Promise<void> {
  const page = await pdf.getPage(pageNumber)
  const scale = (width / page.getViewport({ scale: 1 }).width) * density
  const viewport = page.getViewport({ scale })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  // Printed forms show what is filled in at the moment.
  const annotationMode = intent === 'print' ? AnnotationMode.ENABLE_STORAGE : AnnotationMode.ENABLE
  await page.render({ canvas, viewport, intent, annotationMode }).promise
}

interface PaintOptions {
  width: number
  density?: number
  intent?: 'display' | 'print'
}
