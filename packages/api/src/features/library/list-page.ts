import { PortalError } from '../../lib/portal-error.js'

const defaultPage = 100
const maxPage = 500
const maxOffset = 10_000_000

/** Which part of a list is asked for. */
export interface ListPage {
  first: number
  offset: number
}

/** Reads the page arguments of a list; refuses nonsense. */
export function readListPage(first: number | null, offset: number | null): ListPage {
  const page = { first: first ?? defaultPage, offset: offset ?? 0 }
  if (page.first < 1 || page.first > maxPage) throw badPage('first', 1, maxPage)
  if (page.offset < 0 || page.offset > maxOffset) throw badPage('offset', 0, maxOffset)
  return page
}

function badPage(field: string, from: number, to: number): PortalError {
  return new PortalError('BAD_INPUT', `"${field}" must be between ${from} and ${to}.`, { details: { field } })
}
