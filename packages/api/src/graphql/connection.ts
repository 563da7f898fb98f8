import { z } from 'zod'
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'
import { PortalError } from '../lib/portal-error.js'

const maxPage = 500

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoModel {
  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null

  @Field(() => Boolean, { description: 'Whether something follows this page.' })
  hasNextPage!: boolean
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 100, description: 'At most 500.' })
  first!: number

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after!: string | null
}

/** One page of a list, as clients get it. */
export interface Connection<T> {
  nodes: readonly T[]
  edges: readonly { node: T; cursor: string }[]
  pageInfo: { endCursor: string | null; hasNextPage: boolean }
  totalCount: number
}

/** Makes the type of a page of such entries, which are of one type or of a union. */
export function createConnectionModel<T extends object>(name: string, Entry: ClassType<T> | T) {
  @ObjectType(`${name}Edge`, { description: 'One entry and its place in the list.' })
  class EdgeModel {
    @Field(() => Entry, { description: 'The entry.' })
    node!: T

    @Field(() => String, { description: 'Give it as `after` to go on behind this one.' })
    cursor!: string
  }

  @ObjectType(`${name}Connection`, { description: 'One page of a list.' })
  class ConnectionModel {
    @Field(() => [Entry], { description: 'The entries of this page.' })
    nodes!: T[]

    @Field(() => [EdgeModel], { description: 'The same with a cursor each.' })
    edges!: EdgeModel[]

    @Field(() => PageInfoModel, { description: 'Where the page ends.' })
    pageInfo!: PageInfoModel

    @Field(() => Int, { description: 'How many there are on all pages.' })
    totalCount!: number
  }
  return ConnectionModel
}

/** Which part of a list is wanted. */
export interface PageRequest {
  first: number
  /** Sort key and id of the last entry before the page. */
  after: readonly [key: string, id: string] | undefined
}

const cursorSchema = z.tuple([z.string().max(4_000), z.string().max(36)])

/** Reads `first` and `after` as clients send them; refuses nonsense. */
export function readPage(first: number, after: string | null): PageRequest {
  if (first < 1 || first > maxPage)
    throw new PortalError('BAD_INPUT', `"first" must be between 1 and ${maxPage}.`, {
      details: { field: 'first' },
    })
  return { first, after: after ? readCursor(after) : undefined }
}

function readCursor(cursor: string): [string, string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new PortalError('BAD_INPUT', '"after" must be the endCursor of an earlier answer.', {
      cause,
      details: { field: 'after' },
    })
  }
}

/** Makes a page of one row more than was asked for: the last tells only that there is more. */
export function toConnection<T extends { id: string }>(
  rows: readonly T[],
  { first, totalCount, keyOf }: { first: number; totalCount: number; keyOf: (row: T) => string },
): Connection<T> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ node, cursor: writeCursor(keyOf(node), node.id) }))
  const endCursor = edges.at(-1)?.cursor ?? null
  return { nodes, edges, totalCount, pageInfo: { endCursor, hasNextPage: rows.length > first } }
}

/**
 * Makes a page of a list that was read whole. It goes on behind the last entry of the page before, or where that was if
 * it is gone meanwhile.
 */
export function toPageOf<T extends { id: string }>(
  all: readonly T[],
  { first, after }: PageArgs,
): Connection<T> {
  const page = readPage(first, after)
  const [place = '0', id] = page.after ?? []
  const found = all.findIndex((entry) => entry.id === id)
  const start = found < 0 ? Number(place) || 0 : found + 1
  const places = new Map(all.map((entry, index) => [entry, String(index)]))
  return toConnection(all.slice(start, start + page.first + 1), {
    first: page.first,
    totalCount: all.length,
    keyOf: (entry) => places.get(entry) ?? '0',
  })
}

function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}
