import { nextAfter, type ConnectionPage } from './use-pages'

/** Reads a list to its end, page by page. */
export async function readAll<Row>(
  read: (after: string | undefined) => Promise<Omit<ConnectionPage<Row>, 'totalCount'>>,
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
