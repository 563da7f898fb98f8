import { inflateRawSync } from 'node:zlib'
import type { TileFrame } from '@lectern/shared'
import type { EngineDocument, EngineView, ViewEvent } from '../engine.types.js'

type EventOf<Type extends ViewEvent['type']> = Extract<ViewEvent, { type: Type }>

/** Real work of a busy machine, not a duration that tests rely on. */
const patienceMs = 60_000

/** A view that keeps its events and lets tests wait for one. */
export interface RecordingView {
  view: EngineView
  events: ViewEvent[]
  /** Waits for an event of a type, among those after `from` (default: all so far). */
  next: <Type extends ViewEvent['type']>(
    type: Type,
    matches?: (event: EventOf<Type>) => boolean,
    from?: number,
  ) => Promise<EventOf<Type>>
  type: (text: string) => Promise<void>
  press: (charCode: number, keyCode: number) => Promise<void>
  command: (name: string, args?: Record<string, string | number | boolean>) => Promise<void>
}

/** Opens a view of a document. */
export async function openView(
  document: EngineDocument,
  { authorName = 'Ann', readOnly = false } = {},
): Promise<RecordingView> {
  const events: ViewEvent[] = []
  const waiting = new Set<() => void>()
  const onEvent = (event: ViewEvent) => {
    events.push(event)
    for (const check of [...waiting]) check()
  }
  const view = await document.createView({ authorName, readOnly, onEvent })

  function next<Type extends ViewEvent['type']>(
    type: Type,
    matches: (event: EventOf<Type>) => boolean = () => true,
    from = 0,
  ): Promise<EventOf<Type>> {
    const isWanted = (event: ViewEvent): event is EventOf<Type> =>
      event.type === type && matches(event as EventOf<Type>)
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = events.slice(from).find(isWanted)
        if (!found) return
        finish()
        resolve(found)
      }
      const timer = setTimeout(() => {
        finish()
        reject(new Error(`No event "${type}" came.`))
      }, patienceMs)
      const finish = () => {
        clearTimeout(timer)
        waiting.delete(check)
      }
      waiting.add(check)
      check()
    })
  }

  return {
    view,
    events,
    next,
    type: (text) => view.input({ type: 'text', text }),
    press: (charCode, keyCode) => view.input({ type: 'key', kind: 'press', charCode, keyCode }),
    command: (name, args) => view.input({ type: 'command', name: `.uno:${name}`, args }),
  }
}

/** Gives the RGBA pixels of a frame. */
export function pixelsOf(frame: TileFrame): Uint32Array {
  const bytes = Uint8Array.from(inflateRawSync(frame.payload))
  return new Uint32Array(bytes.buffer)
}
