import { writeFile } from 'node:fs/promises'
import { createSchema, resolvers, writeSchema } from './schema.js'

// No resolver runs here, so the classes stand in for their instances.
const schema = await createSchema(new Map(resolvers.map((resolver) => [resolver, resolver])))
await writeFile(new URL('../../schema.graphql', import.meta.url), writeSchema(schema))
