import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStamp, treeStamp } from '../lib/stamp.mjs'

function newTree() {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-stamp-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'src'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'src/a.ts'), 'a')
  return folder
}

describe('the stamp of a source tree', () => {
  it('changes with a new, a changed and a touched file', () => {
    const tree = newTree()
    const stamps = [treeStamp([tree])]
    writeFileSync(join(tree, 'src/b.ts'), 'b')
    stamps.push(treeStamp([tree]))
    writeFileSync(join(tree, 'src/b.ts'), 'longer')
    stamps.push(treeStamp([tree]))
    utimesSync(join(tree, 'src/a.ts'), 1, 1)
    stamps.push(treeStamp([tree]))
    expect(new Set(stamps).size).toBe(4)
  })

  it('does not change with what a build writes', () => {
    const tree = newTree()
    const before = treeStamp([tree])
    writeFileSync(join(tree, 'dist/a.js'), 'a')
    expect(treeStamp([tree])).toBe(before)
  })
})

describe('the stamp of some files', () => {
  it('changes with their contents, not with their times', () => {
    const tree = newTree()
    const file = join(tree, 'src/a.ts')
    const before = contentStamp([file])
    utimesSync(file, 1, 1)
    expect(contentStamp([file])).toBe(before)
    writeFileSync(file, 'b')
    expect(contentStamp([file])).not.toBe(before)
  })
})
