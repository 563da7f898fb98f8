import { readPdfFields } from '../pdf/index.js'
import type { PdfField } from '../pdf/index.js'
import { readWordFields } from './word-fields.js'

/** What stands in one field of a form, in the protocol's words. */
export interface FieldData {
  key: string
  tag: string
  value: string | boolean
  type: 'text' | 'checkBox' | 'picture' | 'comboBox' | 'dropDownList' | 'dateTime' | 'radio'
}

const wordTypes = new Set(['docx', 'docm', 'docxf', 'oform'])

/** Reads what a form was filled in with; undefined for types whose fields are not known. */
export async function readFormData(bytes: Uint8Array, fileType: string): Promise<FieldData[] | undefined> {
  if (fileType === 'pdf') return (await readPdfFields(bytes)).flatMap(fromPdf)
  return wordTypes.has(fileType) && bytes[0] === 0x50 ? readWordFields(bytes) : undefined
}

const pdfTypes: Partial<Record<string, FieldData['type']>> = {
  ...{
    text: 'text',
    checkbox: 'checkBox',
    radiobutton: 'radio',
    combobox: 'comboBox',
    listbox: 'dropDownList',
  },
}

function fromPdf({ name, type, value }: PdfField): FieldData[] {
  const known = pdfTypes[type]
  if (!known) return []
  const text = typeof value === 'string' && value !== 'Off' ? value : ''
  return [{ key: name, tag: '', value: known === 'checkBox' ? text !== '' : text, type: known }]
}
