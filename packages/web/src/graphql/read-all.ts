import { nextAfter } from './use-pages'

/** One page of a list, as the portal gives it. */
interface ConnectionPage<Row> {
  nodes: readonly Row[]
  pageInfo: { endCursor?: string | null; hasNextPage: boolean }
}

/** Reads a list to its end, page by page. */
export async function readAll<Row>(
  read: (after: string | undefined) => Promise<ConnectionPage<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const { nodes, pageInfo } = await read(after)
    rows.push(...nodes)
    after = nextAfter(pageInfo)
  } while (after !== undefined)
  return rows
}
