import { readFile } from 'node:fs/promises'
import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { createSchema, resolvers, writeSchema } from './schema.js'

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await createSchema(new Map(resolvers.map((resolver) => [resolver, resolver])))
})

it('is the schema in schema.graphql; after a change run: pnpm --filter @lectern/api schema', async () => {
  const emitted = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(writeSchema(schema)).toBe(emitted)
})

interface Described {
  name: string
  description?: string | null | undefined
}

/** A type with all that belongs to it: values, fields, and their arguments. */
function listParts(type: GraphQLNamedType): Described[] {
  const inside = (part: Described): Described => ({ ...part, name: `${type.name}.${part.name}` })
  if (isEnumType(type)) return [type, ...type.getValues().map(inside)]
  if (isInputObjectType(type)) return [type, ...Object.values(type.getFields()).map(inside)]
  if (!isObjectType(type)) return [type]
  const fields = Object.values(type.getFields())
  const argumentsOf = fields.flatMap((field) =>
    field.args.map(({ name, description }) => inside({ name: `${field.name}(${name})`, description })),
  )
  return [type, ...fields.map(inside), ...argumentsOf]
}

it('says of every type, field, argument and value what it is', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const parts = types.flatMap(listParts)
  expect(parts.length).toBeGreaterThan(400)
  expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([])
})
