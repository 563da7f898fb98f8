import { computed, onScopeDispose, shallowReadonly, shallowRef, watch, type ShallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'
import { createDamage, isEqual } from './damage'
import {
  clampZoom,
  intersect,
  rangeRect,
  tileRange,
  tileTwipsFor,
  twipsPerPixel,
  withMargin,
  type Point,
} from './geometry'
import { paint } from './painter'
import { pagesOf, sceneOf } from './scene-of'
import type { CanvasTheme } from './scene'
import { createView, scrollToShow, sheetHeader, toDocument, visibleRect, type View } from './view'

export interface ViewElements {
  scroller: HTMLElement
  spacer: HTMLElement
  stage: HTMLElement
  canvas: HTMLCanvasElement
}

export type ZoomFit = 'width' | 'page'

/** The canvas has the colours of the style sheet, which follows the system's look. */
const darkSystem = '(prefers-color-scheme: dark)'

/** While zooming, the server is asked for tiles only once the fingers rest. */
const zoomRestMs = 140

/** What is on screen: follows scrolling, zoom and size, draws each picture and tells the server where we look. */
export function useView(
  session: EditorSession,
  elements: Readonly<ShallowRef<ViewElements | undefined>>,
  { theme, onFirstPicture }: { theme: () => CanvasTheme; onFirstPicture: () => void },
) {
  const { state, tiles } = session
  const zoom = shallowRef(1)
  const fit = shallowRef<ZoomFit>()
  const view = shallowRef<View>()
  const damage = createDamage()
  let frame = 0
  let sentViewport = ''
  let zoomedAt = -Infinity
  let zoomTimer: ReturnType<typeof setTimeout> | undefined
  let isFirstPicture = true
  let isPlaced = false

  function measure({ scroller }: ViewElements, scroll?: Point): View {
    const devicePixelRatio = window.devicePixelRatio || 1
    return createView(
      {
        part: state.part,
        tileTwips: tileTwipsFor(zoom.value, devicePixelRatio),
        devicePixelRatio,
        scrollX: scroll?.x ?? scroller.scrollLeft,
        scrollY: scroll?.y ?? scroller.scrollTop,
        width: scroller.clientWidth,
        height: scroller.clientHeight,
      },
      { documentType: state.documentType, width: state.width, height: state.height, pages: pagesOf(state) },
    )
  }

  function fitZoom({ scroller }: ViewElements, kind: ZoomFit): number {
    const page = pagesOf(state)[0] ?? { width: state.width, height: state.height }
    const margin = scroller.clientWidth < 600 ? 8 : 48
    const byWidth = (scroller.clientWidth - margin) / (page.width / twipsPerPixel)
    const byHeight = (scroller.clientHeight - 48) / (page.height / twipsPerPixel)
    return clampZoom(kind === 'width' ? byWidth : Math.min(byWidth, byHeight))
  }

  function applySizes({ spacer, stage, canvas }: ViewElements, next: View) {
    spacer.style.width = `${String(next.contentWidth)}px`
    spacer.style.height = `${String(next.contentHeight)}px`
    stage.style.width = `${String(next.width)}px`
    stage.style.height = `${String(next.height)}px`
    const width = Math.round(next.width * next.devicePixelRatio)
    const height = Math.round(next.height * next.devicePixelRatio)
    if (canvas.width === width && canvas.height === height) return
    // This empties it.
    canvas.width = width
    canvas.height = height
    damage.forget()
  }

  function draw() {
    frame = 0
    const parts = elements.value
    if (!parts || state.participantId === '' || parts.scroller.clientWidth === 0) return
    if (!isPlaced) placeAtFirst(parts)
    if (fit.value) zoom.value = fitZoom(parts, fit.value)
    const next = measure(parts)
    applySizes(parts, next)
    if (!isEqual(view.value, next)) view.value = next
    const scene = sceneOf(state, theme())
    const context = parts.canvas.getContext('2d', { alpha: false })
    if (context) paint(context, next, tiles, scene, damage.take(next, scene))
    tellServer(next)
    if (isFirstPicture && state.phase === 'open' && isComplete(next)) {
      isFirstPicture = false
      onFirstPicture()
    }
  }

  function invalidate() {
    frame ||= requestAnimationFrame(draw)
  }

  function placeAtFirst(parts: ViewElements) {
    isPlaced = true
    if (state.documentType === 'slide') fit.value = 'page'
    if (state.documentType === 'word' && fitZoom(parts, 'width') < 1) fit.value = 'width'
  }

  function isComplete(next: View): boolean {
    const visible = visibleRect(next)
    const pages = pagesOf(state)
    const areas = pages.length > 0 ? pages.map((page) => intersect(page, visible)) : [visible]
    return areas.every(
      (area) => !area || tiles.covers(next.part, next.tileTwips, tileRange(area, next.tileTwips)),
    )
  }

  function tellServer(next: View) {
    const restsInMs = zoomedAt + zoomRestMs - performance.now()
    if (restsInMs > 0) {
      clearTimeout(zoomTimer)
      zoomTimer = setTimeout(invalidate, restsInMs)
      return
    }
    const visible = visibleRect(next)
    const wide = withMargin(visible, visible.width / 4, visible.height / 2)
    const rect = rangeRect(tileRange(wide, next.tileTwips), next.tileTwips)
    const message = { type: 'viewport', part: next.part, tileTwips: next.tileTwips, ...rect } as const
    const text = JSON.stringify(message)
    if (text === sentViewport || state.connection !== 'open') return
    sentViewport = text
    session.connection.send(message)
  }

  function scrollTo(point: Point) {
    elements.value?.scroller.scrollTo(point.x, point.y)
    invalidate()
  }

  /** Zooms while the place under `anchor` (CSS pixels of the visible area) stays where it is. */
  function zoomTo(value: number, anchor?: Point) {
    const parts = elements.value
    const before = view.value
    fit.value = undefined
    if (!parts || !before) return
    const hold = anchor ?? { x: before.width / 2, y: before.height / 3 }
    const point = toDocument(before, hold)
    zoom.value = clampZoom(value)
    zoomedAt = performance.now()
    const after = measure(parts)
    applySizes(parts, after)
    scrollTo({
      x: after.originX + point.x * after.scale - hold.x,
      y: after.originY + point.y * after.scale - hold.y,
    })
  }

  function fitTo(kind: ZoomFit) {
    fit.value = kind
    zoomedAt = performance.now()
    invalidate()
  }

  function follow() {
    const rect = state.documentType === 'cell' ? (state.cursor ?? state.cell) : state.cursor
    if (!view.value || !rect || !session.isFollowing()) return
    const insets =
      state.documentType === 'cell'
        ? { left: sheetHeader.width - 16, top: sheetHeader.height - 16 }
        : { left: 0, top: 0 }
    const target = scrollToShow(view.value, rect, insets)
    if (target.x !== view.value.scrollX || target.y !== view.value.scrollY) scrollTo(target)
  }

  const systemLook = matchMedia(darkSystem)
  systemLook.addEventListener('change', invalidate)
  const stops = [
    () => {
      systemLook.removeEventListener('change', invalidate)
    },
    session.onTiles((tile) => {
      damage.add(tile)
      invalidate()
    }),
    session.onOpened(() => {
      damage.forget()
      sentViewport = ''
      invalidate()
    }),
    watch(() => ({ ...state }), invalidate),
    watch(
      () => [state.cursor, state.cell],
      () => {
        follow()
      },
    ),
    watch(
      () => state.part,
      () => {
        if (state.documentType === 'cell') scrollTo({ x: 0, y: 0 })
      },
    ),
    watch(zoom, invalidate),
  ]
  onScopeDispose(() => {
    for (const stop of stops) stop()
    cancelAnimationFrame(frame)
    clearTimeout(zoomTimer)
  })

  return {
    view: shallowReadonly(view),
    zoom: shallowReadonly(zoom),
    fit: shallowReadonly(fit),
    pageNumber: computed(() => currentPage(session, view.value)),
    invalidate,
    /** Tells of the first picture once more: the document is about to be another one. */
    awaitPicture() {
      isFirstPicture = true
    },
    zoomTo,
    fitTo,
    scrollTo,
  }
}

export type EditorView = ReturnType<typeof useView>

function currentPage({ state }: EditorSession, view: View | undefined): number {
  if (state.documentType !== 'word' || !view) return state.part + 1
  const middle = toDocument(view, { x: view.width / 2, y: view.height / 3 }).y
  const after = state.pages.findIndex((page) => page.y + page.height > middle)
  return after >= 0 ? after + 1 : Math.max(1, state.pages.length)
}
