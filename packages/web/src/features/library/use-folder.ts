import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import {
  computed,
  onScopeDispose,
  shallowReadonly,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
} from 'vue'
import { useApi } from '@/graphql/api'
import { LibraryFolderDocument, type LibraryFolderQuery } from '@/graphql/generated/graphql'

export type LibraryFolder = LibraryFolderQuery['folder']
export type LibraryNode = LibraryFolder['children']['nodes'][number]

export interface UseFolderOptions {
  /** How often the folder is asked for again while the page is looked at. */
  pollMs?: number
}

/** Shows a folder's content and keeps it current; without an id, the library's root. */
export function useFolder(
  id: MaybeRefOrGetter<string | undefined>,
  { pollMs = 4000 }: UseFolderOptions = {},
) {
  const api = useApi()
  const visibility = useDocumentVisibility()
  const answer = shallowRef<LibraryFolderQuery>()
  const nodes = shallowRef<readonly LibraryNode[]>([])
  const error = shallowRef<unknown>()
  const loadingMore = shallowRef(false)
  let pages = 1
  // Answers of a folder that was left, or of an older question, are dropped.
  let question = 0
  onScopeDispose(() => (question = Number.POSITIVE_INFINITY))

  async function refresh(): Promise<void> {
    const current = ++question
    const folderId = toValue(id)
    try {
      const loaded: LibraryNode[] = []
      let page: LibraryFolderQuery | undefined
      for (let number = 0; number < pages; number++) {
        const after = page?.folder.children.endCursor
        page = await api.query(LibraryFolderDocument, { id: folderId, after })
        loaded.push(...page.folder.children.nodes)
        if (!page.folder.children.hasNextPage) break
      }
      if (current !== question) return
      show(page, loaded)
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  function show(page: LibraryFolderQuery | undefined, loaded: readonly LibraryNode[]) {
    answer.value = page
    nodes.value = loaded
  }

  async function loadMore(): Promise<void> {
    pages++
    loadingMore.value = true
    await refresh()
    loadingMore.value = false
  }

  watch(
    () => toValue(id),
    (folderId) => {
      pages = 1
      const known = api.peek(LibraryFolderDocument, { id: folderId, after: undefined })
      show(known, known?.folder.children.nodes ?? [])
      error.value = undefined
      void refresh()
    },
    { immediate: true },
  )
  watch(visibility, (now) => now === 'visible' && void refresh())
  useIntervalFn(() => visibility.value === 'visible' && void refresh(), pollMs)

  return {
    folder: computed(() => answer.value?.folder),
    isRoot: computed(() => answer.value?.folder.id === answer.value?.root.id),
    rootId: computed(() => answer.value?.root.id),
    nodes: shallowReadonly(nodes),
    error: shallowReadonly(error),
    loadingMore: shallowReadonly(loadingMore),
    refresh,
    loadMore,
  }
}
