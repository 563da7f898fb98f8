import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSecrets } from './secrets.js'
import { newTemporaryDirectory } from './testing/temporary-directory.js'

describe('the secrets', () => {
  it('are made at the first start, readable by their owner only', async () => {
    const dataDir = await newTemporaryDirectory()
    const secrets = await loadSecrets(dataDir)
    expect(secrets.portalSecret).not.toBe(secrets.documentServerSecret)
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })

  it('stay the same at the next start', async () => {
    const dataDir = await newTemporaryDirectory()
    expect(await loadSecrets(dataDir)).toEqual(await loadSecrets(dataDir))
  })

  it('are never replaced when their file is damaged, and its contents are not shown', async () => {
    const dataDir = await newTemporaryDirectory()
    await writeFile(join(dataDir, 'secrets.json'), '{"portalSecret":"hush')
    await expect(loadSecrets(dataDir)).rejects.toThrow(/damaged: restore the file from a backup(?!.*hush)/)
    expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toContain('hush')
  })
})
