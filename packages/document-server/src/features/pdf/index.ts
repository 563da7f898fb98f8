export { readPdfFields } from './fill-fields.js'
export type { PdfField } from './fill-fields.js'
export { openPdfWithoutEngine } from './pdf-document.js'
export { isPrintFile, printFileToPdf } from './print-files.js'
