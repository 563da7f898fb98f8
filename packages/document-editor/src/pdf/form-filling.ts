import type { FormFields } from '@lectern/shared'
import type { PDFDocumentProxy } from 'pdfjs-dist'

type FieldValue = FormFields[string]

/** Shorter than people notice, longer than the pause between two keys. */
const pauseMs = 250

/** Carries what is filled into a form's fields to `tell`, and what others fill in into the fields. */
export function createFormFilling(tell: (fields: FormFields) => void) {
  const known = new Map<string, string>()
  let shown: { container: HTMLElement; pdf: PDFDocumentProxy } | undefined
  let early: FormFields = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (!shown) return
    const changed: FormFields = {}
    const entries: Iterable<[string, unknown]> = shown.pdf.annotationStorage
    for (const [id, stored] of entries) {
      const value = valueOf(stored)
      if (value === undefined || known.get(id) === JSON.stringify(value)) continue
      known.set(id, JSON.stringify(value))
      changed[id] = value
    }
    if (Object.keys(changed).length > 0) tell(changed)
  }

  function noteInput() {
    clearTimeout(timer)
    timer = setTimeout(flush, pauseMs)
  }

  function put(id: string, value: FieldValue) {
    if (!shown || known.get(id) === JSON.stringify(value)) return
    known.set(id, JSON.stringify(value))
    shown.pdf.annotationStorage.setValue(id, { value })
    const field = shown.container.querySelector(`[data-element-id="${CSS.escape(id)}"]`)
    if (field) showValue(field, value)
  }

  function end() {
    flush()
    shown?.container.removeEventListener('input', noteInput)
    shown?.container.removeEventListener('change', noteInput)
    shown = undefined
  }

  return {
    /** The fields of a file are about to be shown in an element. */
    begin(container: HTMLElement, pdf: PDFDocumentProxy) {
      end()
      shown = { container, pdf }
      known.clear()
      container.addEventListener('input', noteInput)
      container.addEventListener('change', noteInput)
      for (const [id, value] of Object.entries(early)) put(id, value)
    },
    take(fields: FormFields) {
      // Those of the server come first; what is being written here goes out a moment later, and wins.
      early = fields
      flush()
      for (const [id, value] of Object.entries(fields)) put(id, value)
    },
    flush,
    end,
  }
}

/** PDF.js keeps more than the value of some fields. */
function valueOf(stored: unknown): FieldValue | undefined {
  const { value }: { value?: unknown } = typeof stored === 'object' && stored !== null ? stored : {}
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}

function showValue(field: Element, value: FieldValue) {
  if (field instanceof HTMLInputElement && typeof value === 'boolean') field.checked = value
  else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    field.value = String(value)
  else if (field instanceof HTMLSelectElement) {
    const chosen = Array.isArray(value) ? value : [value]
    for (const option of field.options) option.selected = chosen.includes(option.value)
  }
}
