/**
 * Writes docs/formats.md from real runs: opens the smallest sample of each type in the engine, changes it, saves it in
 * its own type, opens it again to find the change, and writes it in every other type. With names of types, only their
 * rows are made anew.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileFormats } from '@lectern/shared'
import { isPdf, listOutputTypes } from '../dist/features/conversion/conversion-types.js'
import { paintPages } from '../dist/features/conversion/page-pictures.js'
import { paintPdf } from '../dist/features/conversion/pdf-pictures.js'
import { findPictureEncoder } from '../dist/features/conversion/picture-encoders.js'
import { printFileToPdf } from '../dist/features/pdf/index.js'
import { createEnginePool, findInputFormat, listSaveTypes } from '../dist/features/engine/index.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const samples = join(root, '../shared/samples/formats')
const target = join(root, 'docs/formats.md')
const thumbnail = { first: true, aspect: 1, width: 100, height: 100 }
const wanted = process.argv.slice(2)
const marker = 'Changed-by-the-run'
const settleMs = 20_000
const command = (name, args) => ({ type: 'command', name: `.uno:${name}`, args })
const firstCell = command('GoToCell', { ToPoint: '$A$1' })
/** Turned into PDF by a program of the machine, then drawn by the browser. */
const shownBy = { djvu: 'viewed, with `ddjvu`', xps: 'viewed, with `xpstopdf`' }
const enter = { type: 'key', kind: 'press', charCode: 13, keyCode: 1280 }

if (!existsSync(samples)) {
  console.error(`There are no samples in ${samples}.`)
  process.exit(1)
}
const pool = createEnginePool({ maxProcesses: 1, logLevel: 'warn', answerTimeoutMs: 60_000 })
const rows = readRows()
try {
  const found = smallestSamples()
  for (const [fileType, bytes] of found) if (isWanted(fileType)) note(await tryType(fileType, bytes))
  for await (const [fileType, bytes] of macroFiles(new Map(found))) note(await tryType(fileType, bytes))
} finally {
  await pool.stop()
}
writeFileSync(target, page())

function isWanted(fileType) {
  return wanted.length === 0 || wanted.includes(fileType)
}

function note(row) {
  rows.set(row[0], row)
  console.log(row.join(' · '))
}

/** The rows of an earlier run. */
function readRows() {
  if (!existsSync(target)) return new Map()
  const lines = readFileSync(target, 'utf8').split('\n')
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return new Map(
    cells.slice(2).flatMap((row) => (row.length === 5 && /^[a-z0-9]+$/.test(row[0]) ? [[row[0], row]] : [])),
  )
}

function smallestSamples() {
  const found = new Map()
  const paths = readdirSync(samples).map((name) => join(samples, name))
  for (const path of paths.sort((left, right) => statSync(left).size - statSync(right).size)) {
    const fileType = extname(path).slice(1)
    if (!found.has(fileType)) found.set(fileType, readFileSync(path))
  }
  return [...found].sort(([left], [right]) => left.localeCompare(right))
}

/** No sample has macros that may be changed: the engine writes such files from the plain ones. */
async function* macroFiles(plain) {
  for (const [plainType, fileType] of Object.entries({ docx: 'docm', xlsx: 'xlsm', pptx: 'pptm' })) {
    const bytes = plain.get(plainType)
    if (!bytes || !isWanted(fileType)) continue
    const document = await pool.open(bytes, plainType)
    yield [fileType, await document.save(fileType)]
    await document.close()
  }
}

async function tryType(fileType, bytes) {
  const format = findInputFormat(fileType)
  if (!format) return [fileType, 'no', 'no', 'no', '']
  if (format.documentType === 'pdf') {
    const filled = format.action === 'edit' ? 'yes' : 'no'
    const pdf = isPdf(fileType) ? bytes : await printFileToPdf(bytes, fileType, process.env.PATH)
    const painted = await paintPdfAs(pdf, listOutputTypes(fileType))
    return [fileType, shownBy[fileType] ?? 'viewed', filled, filled, painted.join(', ')]
  }
  const isEditable = fileFormats.some((format) => format.fileType === fileType && format.action === 'edit')
  let document
  try {
    document = await pool.open(bytes, fileType)
  } catch (error) {
    return [fileType, `no: ${error.message}`, 'no', 'no', '']
  }
  const written = [...(await saveAsAll(document)), ...(await paintAll(document, fileType))]
  const kept = isEditable ? await tryEditing(document, fileType) : undefined
  // The engine may end while it closes a document; what was saved is written by then.
  await document.close().catch(() => undefined)
  const [edited, saved] = kept === undefined ? ['no', 'no'] : kept ? ['yes', 'yes'] : ['yes', 'change lost']
  return [fileType, 'yes', edited, saved, written.join(', ')]
}

async function saveAsAll(document) {
  const written = []
  for (const outputType of listSaveTypes(document.info.documentType)) {
    const bytes = await document.save(outputType).catch(() => undefined)
    if (bytes?.length) written.push(outputType)
  }
  return written
}

async function paintPdfAs(bytes, outputTypes) {
  const painted = []
  for (const outputType of outputTypes) {
    if (!findPictureEncoder(outputType)) {
      painted.push(outputType)
      continue
    }
    const [picture] = await paintPdf({ bytes, outputType, password: undefined, thumbnail })
    if (picture.length > 0) painted.push(outputType)
  }
  return painted
}

async function paintAll(document, fileType) {
  const painted = []
  for (const outputType of listOutputTypes(fileType)) {
    const encode = findPictureEncoder(outputType)
    if (!encode) continue
    let isBlank = true
    const [picture] = await paintPages(document, { thumbnail }, (page) => {
      isBlank = page.rgba.every((value) => value === 255)
      return encode(page)
    })
    if (picture?.length && !isBlank) painted.push(outputType)
  }
  return painted
}

/** Tells whether a change is found again after saving and opening. */
async function tryEditing(document, fileType) {
  const before = document.info.parts.length
  await change(document)
  const again = await pool.open(await document.save(fileType), fileType)
  try {
    return again.info.documentType === 'slide'
      ? again.info.parts.length === before + 1
      : await holdsMarker(again)
  } finally {
    await again.close().catch(() => undefined)
  }
}

async function withView(document, use) {
  const view = await document.createView({ authorName: 'Run', readOnly: false, onEvent: () => undefined })
  try {
    return await use(view)
  } finally {
    await view.close().catch(() => undefined)
  }
}

function change(document) {
  return withView(document, async (view) => {
    const { documentType } = document.info
    if (documentType === 'slide') return view.input(command('DuplicatePage'))
    if (documentType === 'cell') await view.input(firstCell)
    await view.input({ type: 'text', text: marker })
    if (documentType === 'cell') await view.input(enter)
    // The engine works off what was typed a little later.
    await view.copySelection()
  })
}

function holdsMarker(document) {
  return withView(document, async (view) => {
    const until = Date.now() + settleMs
    await view.input(document.info.documentType === 'cell' ? firstCell : command('SelectAll'))
    while (Date.now() < until) {
      if ((await view.copySelection()).text.includes(marker)) return true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return false
  })
}

function page() {
  const lines = [
    '# Formats',
    '',
    'What the embedded document server does with each type, found by opening, changing, saving and converting real files.',
    'Generated by `node packages/document-server/scripts/formats.mjs`; not to be edited by hand. "Saved" means that the',
    'change was found again in the saved file. Pictures (`png`, `jpg`, `bmp`, `gif`) are painted page by page. PDF files are shown by the browser (PDF.js), not by the engine, and the fields of their forms are filled in;',
    'DjVu and XPS files are turned into PDF before, by `ddjvu` (Debian: djvulibre-bin) and `xpstopdf` (libgxps-utils), when the machine has them.',
    'Web pages and e-books are cleaned of scripts and of all that loads something. Macros are kept byte by byte in DOCM, XLSM and PPTM files and never run.',
    'Encrypted Office files are opened and converted with their password. Those of Office Open XML are edited and saved with it again;',
    'what is converted or exported into another sort is not protected. Encrypted OpenDocument files are not opened.',
    '',
    '| Type | Opened | Edited | Saved | Converted to |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([, cells]) => `| ${cells.join(' | ')} |`),
    '',
  ]
  return lines.join('\n')
}
