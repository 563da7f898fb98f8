export { openPdfWithoutEngine } from './pdf-document.js'
export { isPrintFile, printFileToPdf } from './print-files.js'
