import { watchDebounced } from '@vueuse/core'
import { shallowReadonly, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import { codeOf } from '@/graphql/api-error'
import { SearchDocument, type DocumentType, type SearchQuery } from '@/graphql/generated/graphql'

export type Hit = SearchQuery['search'][number]

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
  let question = 0

  async function search(wanted: string, { documentType, days, ownerId }: SearchFilters): Promise<void> {
    const current = ++question
    const since = days === undefined ? undefined : new Date(Date.now() - days * dayMs).toISOString()
    const documentTypes = documentType && [documentType]
    try {
      const input = { text: wanted, documentTypes, ownerId, updatedAfter: since }
      const found = wanted === '' ? [] : (await api.query(SearchDocument, { input, text: wanted })).search
      if (current !== question) return
      hits.value = found
      error.value = undefined
    } catch (cause) {
      if (current !== question) return
      hits.value = []
      // Signs alone are nothing to look for, and nothing to complain about.
      error.value = codeOf(cause) === 'BAD_INPUT' ? undefined : cause
    }
    searched.value = wanted
  }

  watchDebounced(
    [() => toValue(text).trim(), () => toValue(filters)] as const,
    ([wanted, narrowed]) => search(wanted, narrowed),
    { debounce: delayMs },
  )

  return {
    hits: shallowReadonly(hits),
    error: shallowReadonly(error),
    /** The text that the hits belong to. */
    searched: shallowReadonly(searched),
  }
}
