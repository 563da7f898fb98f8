import type { DocumentList, DocumentType, TwipRect } from '@lectern/shared'
import type { DocumentInfo, ViewEvent, Viewport } from '../engine.types.js'
import { EngineError } from '../engine.types.js'
import type { CallbackRouter } from './callbacks.js'
import { createDialogWatch } from './dialog-watch.js'
import type { Dialogs } from './dialogs.js'
import { createDialogs, tellsItsDialog } from './dialogs.js'
import { createDocumentFacts } from './document-facts.js'
import { createDocumentLists } from './document-lists.js'
import { createFieldWatch } from './field-watch.js'
import { createInput } from './input.js'
import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'
import { addView } from './new-view.js'
import { createNotesWriter, mayChangeNotes } from './notes.js'
import { createNotesDetour } from './notes-detour.js'
import { createPainter } from './painter.js'
import type { PaintView } from './paint-queue.js'
import { createSavedCopies } from './saved-copies.js'
import { createTextMove } from './text-move.js'
import { createViewEvents } from './view-events.js'
import { removeFolder } from './virtual-files.js'

interface View {
  viewId: number
  callbackId: number
  painted: PaintView
  apply: (input: ProcessInput) => void
  dialogs: Dialogs
  events: ViewEvent[]
}

interface DocumentHostOptions {
  lok: Lok
  router: CallbackRouter
  pointer: number
  directory: string
  documentType: DocumentType
  /** Opened with a password. */
  isProtected: boolean
  /** A form of ONLYOFFICE, which the engine cannot let go of once somebody wrote in it. */
  isForm: boolean
  /** Something is to be told or painted. */
  wake: () => void
}

/** One open document in the engine, with its views. */
export function createDocumentHost(options: DocumentHostOptions) {
  const { lok, router, pointer, directory, documentType, isProtected, isForm, wake } = options
  const views = new Map<number, View>()
  const facts = createDocumentFacts(lok, pointer, documentType)
  const housekeepingView = lok.firstView(pointer)
  const copies = createSavedCopies({ lok, document: pointer, directory, wake })
  const readList = createDocumentLists(lok, pointer, (format, read) => copies.use(format, '', read))
  let sizeDirty = false
  let partsDirty = false
  let modified = false
  /** The view that was written in last. */
  let actingView = housekeepingView
  /** Taken down, such a document or a view of it breaks the engine and all others in it: it is kept instead. */
  let mustStay = false

  const send = (painted: PaintView, frame: Extract<ViewEvent, { type: 'tile' }>['frame']) => {
    views.get(painted.viewId)?.events.push({ type: 'tile', frame })
  }
  const painter = createPainter({ lok, document: pointer, documentType, freeView: housekeepingView, send })

  const textMove = createTextMove({ lok, document: pointer, helper: housekeepingView })
  const dialogWatch = createDialogWatch({ lok, document: pointer, views: () => views.values() })

  const tellAll = (event: ViewEvent) => {
    for (const view of views.values()) view.events.push(event)
  }

  function setModified(value: boolean) {
    if (modified === value) return
    modified = value
    tellAll({ type: 'modified', value })
  }

  function invalidate(part: number | undefined, rect: TwipRect | null) {
    // A save invalidates everything although nothing looks different.
    if (copies.isSaving() && !rect) return
    painter.invalidate(part, rect)
  }

  function getView(viewId: number): View {
    const view = views.get(viewId)
    if (!view) throw new EngineError('LOST', 'This view is closed.')
    return view
  }

  function use(viewId: number): View {
    const view = getView(viewId)
    lok.useView(pointer, viewId)
    return view
  }

  /**
   * Chooses the view again that was written in last, after another one was needed: some things, as its ruler, the
   * engine tells when it has time, and only while the view is the current one.
   */
  function giveBack() {
    if (views.has(actingView)) lok.useView(pointer, actingView)
  }

  function createView(authorName: string, readOnly: boolean): number {
    const viewId = addView({ lok, document: pointer, documentType, authorName })
    const view: View = {
      viewId,
      callbackId: 0,
      painted: painter.addView(viewId),
      dialogs: createDialogs({
        send: (id, answer) => lok.invoke(pointer, 'sendDialogEvent', BigInt(id), JSON.stringify(answer)),
        press(id, { charCode, keyCode }) {
          for (const kind of [0, 1]) lok.invoke(pointer, 'postWindowKeyEvent', id, kind, charCode, keyCode)
        },
        settleKeys: lok.settle,
        emit: (event) => view.events.push(event),
      }),
      apply: (input) => apply(input),
      events: [],
    }
    const fields = createFieldWatch()
    let cell: string | undefined
    const { dialogs } = view
    views.set(viewId, view)
    const handle = createViewEvents({
      emit: (event) => {
        if ((event.type === 'cursor' || event.type === 'cellCursor') && event.rect)
          view.painted.focus = event.rect
        if (event.type === 'cellCursor' && event.address) cell = event.address
        fields.hear(event)
        textMove.hear(event)
        const foreign = event.type === 'otherCursor' || event.type === 'otherSelection'
        if (!foreign || views.has(event.viewId)) view.events.push(event)
      },
      invalidate,
      sizeChanged: () => (sizeDirty = true),
      partsChanged: () => (partsDirty = true),
      modified: setModified,
      dialog: (payload) => {
        view.dialogs.hear(payload)
      },
      window: (payload) => {
        view.dialogs.hearWindow(payload)
      },
      commandDone: () => {
        view.dialogs.hearDone()
      },
    })
    const detour = createNotesDetour(handle)
    const writeNotes = createNotesWriter({ lok, document: pointer, listen: detour.listen })
    const apply = createInput({
      lok,
      document: pointer,
      documentType,
      directory,
      dialogs,
      fields,
      writeNotes,
      cell: () => cell,
      moveSelection: textMove.of(viewId),
    })
    view.callbackId = router.add((type, payload) => {
      if (!views.has(viewId)) return
      detour.handle(type, payload)
      wake()
    })
    lok.invoke(pointer, 'registerCallback', lok.callbackSlot(), view.callbackId)
    if (readOnly) lok.invoke(pointer, 'setViewReadOnly', viewId, 1)
    wake()
    return viewId
  }

  function closeView(viewId: number) {
    const view = views.get(viewId)
    if (!view) return
    views.delete(viewId)
    painter.removeView(view.painted)
    router.remove(view.callbackId)
    if (mustStay) return
    lok.useView(pointer, housekeepingView)
    lok.invoke(pointer, 'destroyView', viewId)
  }

  function tellChanges() {
    if (sizeDirty) {
      sizeDirty = false
      for (const view of views.values()) {
        lok.useView(pointer, view.viewId)
        view.events.push({ type: 'size', ...facts.size() })
      }
    }
    if (!partsDirty) return
    partsDirty = false
    if (documentType === 'word') return
    for (const view of views.values()) {
      lok.useView(pointer, view.viewId)
      view.events.push({ type: 'parts', parts: facts.parts(), part: lok.invoke(pointer, 'getPart') })
    }
  }

  return {
    info: (): DocumentInfo => ({ documentType, isProtected, parts: facts.parts(), ...facts.size() }),
    createView,
    closeView,
    input(viewId: number, input: ProcessInput) {
      const view = use(viewId)
      actingView = viewId
      painter.touch(view.painted)
      mustStay ||= isForm
      view.apply(input)
      dialogWatch.finish({ isOpening: input.type === 'command' && tellsItsDialog(input) })
      if (mayChangeNotes(input))
        for (const other of views.values())
          if (other !== view || input.type !== 'notes')
            other.events.push({ type: 'listChanged', list: 'notes' })
      if (input.type === 'setPart' || input.type === 'command' || input.type === 'movePart') partsDirty = true
      wake()
    },
    setViewport(viewId: number, viewport: Viewport) {
      if (!views.has(viewId)) return
      const { tileTwips, x, y, width, height } = viewport
      const view = use(viewId)
      lok.invoke(pointer, 'setClientZoom', 256, 256, tileTwips, tileTwips)
      const area = [x, y, width, height].map((value) => Math.max(0, Math.round(value)))
      lok.invoke(pointer, 'setClientVisibleArea', ...area)
      painter.setViewport(view.painted, viewport)
      wake()
    },
    refresh(viewId: number) {
      const view = views.get(viewId)
      if (!view) return
      painter.refresh(view.painted)
      wake()
    },
    copySelection(viewId: number) {
      use(viewId)
      const read = (mimeType: string) => lok.textSelection(pointer, mimeType)
      return { text: read('text/plain;charset=utf-8'), html: read('text/html') }
    },
    thumbnail: (viewId: number, part: number, width: number, height: number) =>
      painter.thumbnail(getView(viewId).viewId, part, width, height),
    sheetGeometry(viewId: number) {
      use(viewId)
      return facts.sheetGeometry()
    },
    list(viewId: number, list: DocumentList) {
      // What was told before belongs into the answer.
      lok.settle()
      use(viewId)
      return readList(list)
    },
    save(format: string, filterOptions: string, resetModified: boolean): Uint8Array {
      dialogWatch.finish()
      lok.useView(pointer, housekeepingView)
      const bytes = copies.use(format, filterOptions, (path) => {
        if (resetModified) {
          const args = { Modified: { type: 'boolean', value: 'false' } }
          lok.invoke(pointer, 'postUnoCommand', '.uno:Modified', JSON.stringify(args), 1)
          setModified(false)
        }
        lok.hear(pointer)
        return lok.module.FS.readFile(path)
      })
      giveBack()
      return bytes
    },
    /** Waits until what was posted is done, and hears what it led to. */
    settle() {
      lok.settle()
      lok.hear(pointer)
    },
    /** Takes over the callbacks that the engine holds back, and does what they ask for. */
    hear() {
      lok.flush(pointer)
      dialogWatch.finish()
      tellChanges()
    },
    /** Gives the events of each view since the last time. */
    takeEvents(): { view: number; events: ViewEvent[] }[] {
      const taken = []
      for (const view of views.values())
        if (view.events.length > 0) taken.push({ view: view.viewId, events: view.events.splice(0) })
      return taken
    },
    /** Paints what is most wanted; tells whether there was anything to paint. */
    paintStep: () => painter.step(),
    close() {
      for (const viewId of [...views.keys()]) closeView(viewId)
      if (!mustStay) lok.invoke(pointer, 'destroy')
      removeFolder(lok, directory)
    },
  }
}
export type DocumentHost = ReturnType<typeof createDocumentHost>
