import type { FormFields } from '@lectern/shared'
import {
  AnnotationMode,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist'
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { createFormFilling } from './form-filling'
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
  /** The person filled something in. */
  onFill: (fields: FormFields) => void
}

/** A file that asks for its password. */
interface PasswordQuestion {
  /** The one that was given is wrong. */
  isAgain: boolean
  answer: (password: string) => void
}

const zoomStep = 1.15
const notFound = 1

/** Shows a PDF file in an element, with its text to select and to search. */
export function usePdfViewer({ onFirstPage, onFault, onFill }: UsePdfViewerOptions) {
  const pdf = shallowRef<PDFDocumentProxy>()
  const page = shallowRef(1)
  const pages = shallowRef(0)
  const percent = shallowRef(100)
  const hits = shallowRef<{ current: number; total: number }>()
  const isShown = shallowRef(false)
  const question = shallowRef<PasswordQuestion>()
  /** The form has fields, and this person may fill them in. */
  const isFillable = shallowRef(false)
  const filling = createFormFilling(onFill)
  let element: HTMLDivElement | undefined
  let viewer: PDFViewer | undefined
  let task: PDFDocumentLoadingTask | undefined
  let links: PDFLinkService | undefined
  let eventBus: EventBus | undefined

  /** `container` scrolls and is positioned; it holds one element, which takes the pages. */
  function mount(container: HTMLDivElement) {
    element = container
  }

  /** Fields that nobody may fill in are part of the picture. */
  function createViewer(container: HTMLDivElement, canFill: boolean): PDFViewer {
    const bus = new EventBus()
    const linkService = new PDFLinkService({ eventBus: bus, externalLinkTarget: 2 })
    const findController = new PDFFindController({ eventBus: bus, linkService })
    const annotationMode = canFill ? AnnotationMode.ENABLE_FORMS : AnnotationMode.ENABLE
    const created = new PDFViewer({
      ...{ container, eventBus: bus, linkService, findController, annotationMode, removePageBorders: true },
    })
    linkService.setViewer(created)
    links = linkService
    eventBus = bus
    listen(bus)
    return created
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

  /** Shows a file; `canFill` says whether this person may fill in its form. */
  async function load(url: string, canFill: boolean) {
    const started = loadPdf(url)
    const previous = task
    task = started
    let isProtected = false
    started.onPassword = (answer: (password: string) => void, reason: number) => {
      isProtected = true
      question.value = { isAgain: reason === PasswordResponses.INCORRECT_PASSWORD, answer }
    }
    await previous?.destroy()
    try {
      const document = await started.promise
      if (task !== started) return
      question.value = undefined
      await show(document, canFill && !isProtected)
    } catch (cause) {
      question.value = undefined
      if (task === started) onFault(faultOf(cause))
    }
  }

  /** The server writes into forms, and does not know passwords: protected ones are only looked at. */
  async function show(document: PDFDocumentProxy, canFill: boolean) {
    if (!element) return
    const hasFields = canFill && (await document.getFieldObjects()) !== null
    pdf.value = document
    pages.value = document.numPages
    isFillable.value = hasFields
    viewer ??= createViewer(element, hasFields)
    if (hasFields) filling.begin(element, document)
    viewer.setDocument(document)
    links?.setDocument(document)
  }

  onScopeDispose(() => {
    filling.end()
    void task?.destroy()
  })

  return {
    pdf: shallowReadonly(pdf),
    page: shallowReadonly(page),
    pages: shallowReadonly(pages),
    percent: shallowReadonly(percent),
    /** Hits of the last search: which is selected, and how many there are. */
    hits: shallowReadonly(hits),
    isShown: shallowReadonly(isShown),
    isFillable: shallowReadonly(isFillable),
    /** Set while the file waits for its password. */
    question: shallowReadonly(question),
    /** Shows what others filled in. */
    takeFields: filling.take,
    /** Tells at once what the person filled in, without waiting for a pause. */
    flushFields: filling.flush,
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
