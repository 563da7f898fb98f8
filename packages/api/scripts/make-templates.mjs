// Makes templates/blank.docx, blank.xlsx and blank.pptx. The same bytes come out each time.
import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { docx } from './templates/docx.mjs'
import { pptx } from './templates/pptx.mjs'
import { xlsx } from './templates/xlsx.mjs'

const mtime = new Date(2024, 0, 1)

for (const [name, parts] of Object.entries({ docx, xlsx, pptx })) {
  const entries = Object.entries(parts).map(([path, xml]) => [path, [strToU8(xml), { mtime, level: 9 }]])
  const file = new URL(`../templates/blank.${name}`, import.meta.url)
  writeFileSync(file, zipSync(Object.fromEntries(entries), { mtime }))
}
