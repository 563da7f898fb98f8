import { generate } from '@graphql-codegen/cli'
import { readFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import config from '../../codegen'

describe('the generated documents', () => {
  it('are what the API’s schema and our operations give now', { timeout: 60_000 }, async () => {
    const files = (await generate({ ...config, hooks: {}, silent: true }, false)) as {
      filename: string
      content: string
    }[]
    expect(files.length).toBeGreaterThan(1)
    for (const { filename, content } of files) {
      const options = { ...(await resolveConfig(filename)), filepath: filename }
      const wanted = await format(content, options)
      expect(await readFile(filename, 'utf8'), `${filename} is old: run pnpm codegen`).toBe(wanted)
    }
  })
})
