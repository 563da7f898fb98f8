import type { TwipRect } from '@lectern/shared'
import type { ViewEvent } from '../engine.types.js'

/** Follows whether a view's cursor is in a form field, and whether all of the field is selected. */
export function createFieldWatch() {
  let field: TwipRect[] = []
  let selection: TwipRect[] = []
  return {
    hear(event: ViewEvent) {
      if (event.type === 'field') field = event.field?.rects ?? []
      if (event.type === 'selection') selection = event.rects
    },
    isInside: () => field.length > 0,
    /** A field with a text that only says what to write is selected whole when somebody comes into it. */
    isWhole: () => field.length > 0 && JSON.stringify(field) === JSON.stringify(selection),
  }
}
export type FieldWatch = ReturnType<typeof createFieldWatch>
