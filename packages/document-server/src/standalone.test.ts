import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const isBuilt = existsSync(join(root, 'dist', 'main.js'))

function run(script: string, args: string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'], ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    ...{ env, encoding: 'utf8', timeout: 60_000 },
  })
  return { status, stdout, stderr }
}

const bin = 'bin/lectern-document-server.mjs'

describe('the command', () => {
  it('explains itself', () => {
    expect(run(bin, ['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--secret') })
  })

  it('names an option that it does not know', () => {
    const { status, stderr } = run(bin, ['--prot', '80'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('--prot')])
  })

  it('says which setting is wrong, and prints no secret that it was given', () => {
    const { status, stdout, stderr } = run(bin, ['--port', 'eighty', '--secret', 'do-not-print-me'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('PORT')])
    expect(stdout + stderr).not.toContain('do-not-print-me')
  })
})

describe.skipIf(!isBuilt)('the package', () => {
  it('holds all that is not on the registry', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-pack-test-'))
    try {
      const { status, stdout } = run('scripts/pack.mjs', [folder], { HOME: folder })
      expect(status).toBe(0)
      const list = spawnSync('tar', ['-tzf', stdout.trim()], { encoding: 'utf8' }).stdout.split('\n')
      expect(list).toEqual(
        expect.arrayContaining([
          'package/bin/lectern-document-server.mjs',
          'package/dist/main.js',
          'package/dist/features/engine/process/main.js',
          'package/dist/docs-api/api.js',
          'package/node_modules/@lectern/shared/dist/index.js',
          'package/node_modules/@lectern/document-editor/dist/index.html',
        ]),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
