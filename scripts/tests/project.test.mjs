import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../lib/paths.mjs'

const manifests = [
  '.',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  'fixtures',
  'e2e',
]
  .map((folder) => join(root, folder, 'package.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')))

describe('the project', () => {
  it('gives a licence and a reason for every dependency, and for no other', () => {
    const named = new Set(
      manifests
        .flatMap(({ dependencies = {}, devDependencies = {} }) =>
          Object.keys({ ...dependencies, ...devDependencies }),
        )
        .filter((name) => !name.startsWith('@lectern/')),
    )
    const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| Package') && !line.startsWith('| ---'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(rows.map((cells) => cells[1]).sort()).toEqual([...named].sort())
    for (const cells of rows) expect(cells[4], `reason for ${cells[1]}`).not.toBe('')
  })

  it('tells an old Node in one line what is needed', () => {
    const pretend =
      "Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); import('./scripts/start.mjs')"
    const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { cwd: root, encoding: 'utf8' })
    expect(stderr.trim()).toBe(
      'Lectern needs Node 20.19 or newer; this is Node 18.20.4. Get a current one from https://nodejs.org',
    )
    expect(status).toBe(1)
  })

  it('keeps its text free of addresses of package mirrors', () => {
    const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
    expect(lockfile).not.toMatch(/tarball: http/)
  })
})
