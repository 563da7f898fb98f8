import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { faultOf, loadPdf, type PdfFault } from './load-pdf'

interface FindQuery {
  text: string
  matchCase: boolean
  backwards: boolean
  /** Goes on from the hit of before. */
  again: boolean
}

interface UsePdfViewerOptions {
  /** The first page can be seen. */
  onFirstPage: () => void
  onFault: (fault: PdfFault) => void
}

const zoomStep = 1.15
const notFound = 1

/** Shows a PDF file in an element, with its text to select and to search. */
export function usePdfViewer({ onFirstPage, onFault }: UsePdfViewerOptions) {
  const pdf = shallowRef<PDFDocumentProxy>()
  const page = shallowRef(1)
  const pages = shallowRef(0)
  const percent = shallowRef(100)
  const hits = shallowRef<{ current: number; total: number }>()
  const isShown = shallowRef(false)
  let viewer: PDFViewer | undefined
  let task: PDFDocumentLoadingTask | undefined
  let links: PDFLinkService | undefined
  let eventBus: EventBus | undefined

  /** `container` scrolls and is positioned; it holds one element, which takes the pages. */
  function mount(container: HTMLDivElement) {
    const bus = new EventBus()
    const linkService = new PDFLinkService({ eventBus: bus, externalLinkTarget: 2 })
    const findController = new PDFFindController({ eventBus: bus, linkService })
    viewer = new PDFViewer({ container, eventBus: bus, linkService, findController, removePageBorders: true })
    linkService.setViewer(viewer)
    links = linkService
    eventBus = bus
    listen(bus)
  }

  function listen(bus: EventBus) {
    bus.on('pagesinit', () => {
      if (viewer) viewer.currentScaleValue = 'auto'
    })
    bus.on('pagerendered', () => {
      if (isShown.value) return
      isShown.value = true
      onFirstPage()
    })
    bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => (page.value = pageNumber))
    bus.on('scalechanging', ({ scale }: { scale: number }) => (percent.value = Math.round(scale * 100)))
    const count = ({ matchesCount }: { matchesCount: { current: number; total: number } }) =>
      (hits.value = matchesCount)
    bus.on('updatefindmatchescount', count)
    bus.on('updatefindcontrolstate', (found: Parameters<typeof count>[0] & { state: number }) => {
      if (found.state === notFound) hits.value = { current: 0, total: 0 }
      else count(found)
    })
  }

  async function load(url: string) {
    const started = loadPdf(url)
    const previous = task
    task = started
    await previous?.destroy()
    try {
      const document = await started.promise
      if (task !== started) return
      pdf.value = document
      pages.value = document.numPages
      viewer?.setDocument(document)
      links?.setDocument(document)
    } catch (cause) {
      if (task === started) onFault(faultOf(cause))
    }
  }

  onScopeDispose(() => void task?.destroy())

  return {
    pdf: shallowReadonly(pdf),
    page: shallowReadonly(page),
    pages: shallowReadonly(pages),
    percent: shallowReadonly(percent),
    /** Hits of the last search: which is selected, and how many there are. */
    hits: shallowReadonly(hits),
    isShown: shallowReadonly(isShown),
    mount,
    load,
    goTo(pageNumber: number) {
      if (!viewer || !Number.isInteger(pageNumber)) return
      viewer.currentPageNumber = Math.min(Math.max(1, pageNumber), pages.value)
    },
    zoomIn: () => viewer?.updateScale({ steps: 1, scaleFactor: zoomStep }),
    zoomOut: () => viewer?.updateScale({ steps: -1, scaleFactor: 1 / zoomStep }),
    fit(how: 'page-width' | 'page-fit') {
      if (viewer) viewer.currentScaleValue = how
    },
    find({ text, matchCase, backwards, again }: FindQuery) {
      eventBus?.dispatch('find', {
        ...{ source: viewer, type: again ? 'again' : '', query: text, caseSensitive: matchCase },
        ...{ entireWord: false, highlightAll: true, findPrevious: backwards, matchDiacritics: false },
      })
    },
    stopFinding() {
      hits.value = undefined
      eventBus?.dispatch('findbarclose', { source: viewer })
    },
  }
}
export type PdfViewerView = ReturnType<typeof usePdfViewer>
