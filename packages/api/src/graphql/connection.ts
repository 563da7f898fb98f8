import { z } from 'zod'
import { Field, ObjectType } from 'type-graphql'
import { PortalError } from '../lib/portal-error.js'

const maxPage = 500

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoModel {
  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null

  @Field(() => Boolean, { description: 'Whether something follows this page.' })
  hasNextPage!: boolean
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
) {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ node, cursor: writeCursor(keyOf(node), node.id) }))
  const endCursor = edges.at(-1)?.cursor ?? null
  return { nodes, edges, totalCount, pageInfo: { endCursor, hasNextPage: rows.length > first } }
}

function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}
