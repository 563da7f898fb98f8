import type { EditingContext, FormField, PageRuler } from '@lectern/shared'
import type { ViewEvent } from '../engine.types.js'
import { parseFields, parseRects, textOf } from './payloads.js'

const contexts: Record<string, EditingContext> = {
  Table: 'table',
  Graphic: 'graphic',
  Draw: 'graphic',
  DrawText: 'text',
  DrawPage: 'slide',
  Media: 'graphic',
  OLE: 'graphic',
  Chart: 'chart',
  Cell: 'cell',
  EditCell: 'cellEdit',
  MultiObject: 'graphic',
  TextObject: 'graphic',
  NotesPage: 'slide',
  SlidesorterPage: 'slide',
}

/** Reads `com.sun.star.text.TextDocument Table`. */
export function contextOf(payload: string): ViewEvent {
  const name = payload.split(' ').at(-1) ?? ''
  return { type: 'context', context: contexts[name] ?? 'text' }
}

/** Reads the engine's menu: the commands in it that can be given now, without their names in English. */
export function contextMenuOf(payload: string): ViewEvent {
  return { type: 'contextMenu', commands: commandsOf(parseFields(payload).menu) }
}

function commandsOf(menu: unknown): string[] {
  if (!Array.isArray(menu)) return []
  return menu.flatMap((item: unknown) => {
    const {
      command,
      enabled,
      menu: inner,
    }: { command?: unknown; enabled?: unknown; menu?: unknown } = typeof item === 'object' && item !== null
      ? item
      : {}
    if (inner !== undefined) return commandsOf(inner)
    return typeof command === 'string' && textOf(enabled) !== 'false' ? [command.replace('.uno:', '')] : []
  })
}

/** Reads where a search found something. */
export function searchResultOf(payload: string): ViewEvent {
  const { searchString, searchResultSelection: places } = parseFields(payload)
  return {
    type: 'searchResult',
    text: textOf(searchString),
    count: Array.isArray(places) ? places.length : 1,
  }
}

/** Reads the link under the cursor; undefined when the payload says nothing about links. */
export function hyperlinkOf(payload: string): { text: string; url: string } | undefined {
  const { hyperlink } = parseFields(payload)
  if (typeof hyperlink !== 'object' || hyperlink === null) return undefined
  const { text, link }: { text?: unknown; link?: unknown } = hyperlink
  return { text: textOf(text), url: textOf(link) }
}

/** Reads the form field into which the cursor came; null when it left one. */
export function fieldOf(payload: string): FormField | null {
  const { action, rectangles, items, date, alias } = parseFields(payload)
  const rects = action === 'show' ? parseRects(textOf(rectangles)) : []
  if (rects.length === 0) return null
  const entries = Array.isArray(items) ? items.map((item: unknown) => textOf(item)) : []
  const kind = entries.length > 0 ? 'list' : textOf(date) === 'true' ? 'date' : 'text'
  return { rects, kind, entries, title: textOf(alias) }
}

/** Reads the ruler of the page with the cursor; null when there is none, as while a picture is selected. */
export function rulerOf(payload: string): PageRuler | null {
  const fields = parseFields(payload)
  const [start = 0, end = 0, offset = 0, pageWidth = 0] = [
    fields.margin1,
    fields.margin2,
    fields.leftOffset,
    fields.pageWidth,
  ].map((value) => Number(textOf(value)) || 0)
  const ruler = { pageWidth, left: offset + start, right: pageWidth - offset - end }
  const isSound = pageWidth > 0 && ruler.left >= 0 && ruler.right >= 0 && ruler.left + ruler.right < pageWidth
  return isSound ? ruler : null
}
