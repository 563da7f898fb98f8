import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createSchema, resolvers, writeSchema } from './schema.js'

it('is the schema in schema.graphql; after a change run: pnpm --filter @lectern/api schema', async () => {
  const schema = await createSchema(new Map(resolvers.map((resolver) => [resolver, resolver])))
  const emitted = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(writeSchema(schema)).toBe(emitted)
})
