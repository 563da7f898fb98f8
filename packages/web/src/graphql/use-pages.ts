import { computed, onScopeDispose, shallowReadonly, shallowRef, watch } from 'vue'

/** One page of a list; `next` is where the one after it begins. */
export interface Page<Row> {
  rows: readonly Row[]
  totalCount: number
  next: string | undefined
}

/**
 * Keeps a list that grows page by page; it is read anew when what `wanted` gives changes. `refresh` reads as much of it
 * again as is shown.
 */
export function usePages<Row, Wanted>(
  wanted: () => Wanted,
  read: (wanted: Wanted, after: string | undefined) => Promise<Page<Row>>,
) {
  const shown = shallowRef<Page<Row>>()
  const error = shallowRef<unknown>()
  // Answers to older questions, or that come when nobody looks any more, are dropped: `NaN` equals nothing.
  let question = 0
  onScopeDispose(() => (question = Number.NaN))

  async function ask(make: () => Promise<Page<Row>>): Promise<void> {
    const current = ++question
    try {
      const page = await make()
      if (current !== question) return
      shown.value = page
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  async function readAtLeast(count: number): Promise<Page<Row>> {
    let page = await read(wanted(), undefined)
    while (page.rows.length < count && page.next !== undefined) page = await readBehind(page)
    return page
  }

  async function readBehind({ rows, next }: Page<Row>): Promise<Page<Row>> {
    const page = await read(wanted(), next)
    return { ...page, rows: [...rows, ...page.rows] }
  }

  const load = () => ask(() => read(wanted(), undefined))
  watch(wanted, load, { immediate: true, deep: true })

  return {
    rows: computed(() => shown.value?.rows),
    totalCount: computed(() => shown.value?.totalCount ?? 0),
    hasMore: computed(() => shown.value?.next !== undefined),
    error: shallowReadonly(error),
    load,
    refresh: () => ask(() => readAtLeast(shown.value?.rows.length ?? 0)),
    loadMore: () => ask(() => (shown.value ? readBehind(shown.value) : readAtLeast(0))),
    /** Shows other rows until the list is read again. */
    change(make: (rows: readonly Row[]) => readonly Row[]): void {
      if (shown.value) shown.value = { ...shown.value, rows: make(shown.value.rows) }
    },
  }
}

/** One page of a list, as the portal gives it. */
export interface ConnectionPage<Row> {
  nodes: readonly Row[]
  totalCount: number
  pageInfo: { endCursor?: string | null; hasNextPage: boolean }
}

/** Makes a connection's page one of a list that grows. */
export function toPage<Row>({ nodes, totalCount, pageInfo }: ConnectionPage<Row>): Page<Row> {
  return { rows: nodes, totalCount, next: nextAfter(pageInfo) }
}

/** Tells where the page behind a connection's page begins. */
export function nextAfter(pageInfo: ConnectionPage<unknown>['pageInfo']): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined
}
