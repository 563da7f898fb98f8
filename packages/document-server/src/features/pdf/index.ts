export { openPdfWithoutEngine } from './pdf-document.js'
