// Makes templates/blank.* and the gallery in templates/en and templates/zh. The same bytes come out each time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { galleryContents } from './gallery/contents.mjs'
import { docx } from './templates/docx.mjs'
import { pptx } from './templates/pptx.mjs'
import { xlsx } from './templates/xlsx.mjs'

const mtime = new Date(2024, 0, 1)
const directory = new URL('../templates/', import.meta.url)

function write(name, parts) {
  const entries = Object.entries(parts).map(([path, xml]) => [path, [strToU8(xml), { mtime, level: 9 }]])
  writeFileSync(new URL(name, directory), zipSync(Object.fromEntries(entries), { mtime }))
}

for (const [type, parts] of Object.entries({ docx, xlsx, pptx })) write(`blank.${type}`, parts)
for (const [index, language] of ['en', 'zh'].entries()) {
  mkdirSync(new URL(`${language}/`, directory), { recursive: true })
  const contents = galleryContents((...texts) => texts[index])
  for (const [name, parts] of Object.entries(contents)) write(`${language}/${name}`, parts)
}
