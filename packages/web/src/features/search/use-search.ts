import { watchDebounced } from '@vueuse/core'
import { computed, shallowReadonly, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import { codeOf } from '@/graphql/api-error'
import { nextAfter } from '@/graphql/use-pages'
import {
  SearchDocument,
  type DocumentType,
  type SearchInput,
  type SearchQuery,
} from '@/graphql/generated/graphql'

export type Hit = SearchQuery['search']['nodes'][number]

const dayMs = 24 * 60 * 60_000

/** What narrows a search. */
export interface SearchFilters {
  documentType: DocumentType | undefined
  /** Only what changed in so many days. */
  days: number | undefined
  /** Only what this person made. */
  ownerId: string | undefined
}

/** Looks for what is typed, a moment after the last key. */
export function useSearch(
  text: MaybeRefOrGetter<string>,
  filters: MaybeRefOrGetter<SearchFilters>,
  { delayMs = 150 }: { delayMs?: number } = {},
) {
  const api = useApi()
  const hits = shallowRef<readonly Hit[]>([])
  const error = shallowRef<unknown>()
  const searched = shallowRef('')
  /** What was asked last, and where the page behind what is shown begins. */
  const shown = shallowRef<{ input: SearchInput; next: string | undefined }>()
  let question = 0

  async function search(wanted: string, { documentType, days, ownerId }: SearchFilters): Promise<void> {
    const current = ++question
    const since = days === undefined ? undefined : new Date(Date.now() - days * dayMs).toISOString()
    const documentTypes = documentType && [documentType]
    try {
      const input = { text: wanted, documentTypes, ownerId, updatedAfter: since }
      const found =
        wanted === '' ? undefined : (await api.query(SearchDocument, { input, text: wanted })).search
      if (current !== question) return
      hits.value = found?.nodes ?? []
      shown.value = found && { input, next: nextAfter(found.pageInfo) }
      error.value = undefined
    } catch (cause) {
      if (current !== question) return
      hits.value = []
      shown.value = undefined
      // Signs alone are nothing to look for, and nothing to complain about.
      error.value = codeOf(cause) === 'BAD_INPUT' ? undefined : cause
    }
    searched.value = wanted
  }

  /** Shows the next hits below those that are shown. */
  async function loadMore(): Promise<void> {
    if (!shown.value?.next) return
    const current = ++question
    const { input, next } = shown.value
    try {
      const found = (await api.query(SearchDocument, { input, text: input.text, after: next })).search
      if (current !== question) return
      hits.value = [...hits.value, ...found.nodes]
      shown.value = { input, next: nextAfter(found.pageInfo) }
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watchDebounced(
    [() => toValue(text).trim(), () => toValue(filters)] as const,
    ([wanted, narrowed]) => search(wanted, narrowed),
    { debounce: delayMs },
  )

  return {
    hits: shallowReadonly(hits),
    error: shallowReadonly(error),
    hasMore: computed(() => shown.value?.next !== undefined),
    loadMore,
    /** The text that the hits belong to. */
    searched: shallowReadonly(searched),
  }
}
