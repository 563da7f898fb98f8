import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NOT_SOURCES = new Set(['node_modules', 'dist', '.turbo', '.cache', 'test-results', 'coverage'])

/** Hash of the contents of some files; a missing one counts as empty. */
export function contentStamp(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readOrEmpty(file))
  return hash.digest('hex')
}

/** Hash of names, sizes and times of everything below some folders: quick, and enough to notice an edit. */
export function treeStamp(folders) {
  const hash = createHash('sha256')
  for (const folder of folders) addFolder(hash, folder)
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!NOT_SOURCES.has(entry.name)) addFolder(hash, path)
    } else if (entry.isFile()) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path}\0${size}\0${mtimeMs}\0`)
    }
  }
}

export function readStamp(file) {
  return readOrEmpty(file).toString().trim()
}

export function writeStamp(file, stamp) {
  writeFileSync(file, `${stamp}\n`)
}

function readOrEmpty(file) {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
