import { useDocumentVisibility } from '@vueuse/core'
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
import { useLive } from '@/graphql/use-live'
import { LibraryFolderDocument, type LibraryFolderQuery } from '@/graphql/generated/graphql'

export type LibraryFolder = LibraryFolderQuery['folder']
export type LibraryNode = LibraryFolder['children']['nodes'][number]

/** As many as one question to the portal brings. */
export const pageSize = 100
const pagesAtOnce = 4
/** While somebody drags the scroll bar, pages that are passed are not worth a question of their own. */
const pagesInScrolling = 2

/**
 * Shows a folder's content and keeps it current; without an id, the library's root. Only the pages that are looked at
 * are loaded, so that a folder may hold any number of documents.
 */
export function useFolder(id: MaybeRefOrGetter<string | undefined>) {
  const api = useApi()
  const visibility = useDocumentVisibility()
  const answer = shallowRef<LibraryFolderQuery>()
  const pages = shallowRef<ReadonlyMap<number, readonly LibraryNode[]>>(new Map())
  const error = shallowRef<unknown>()
  let wanted: readonly number[] = [0]
  const loading = new Set<number>()
  // Answers of a folder that was left, or of an older question, are dropped.
  let question = 0
  onScopeDispose(() => (question = Number.POSITIVE_INFINITY))

  const ask = (page: number) => api.query(LibraryFolderDocument, { id: toValue(id), offset: page * pageSize })

  async function refresh(): Promise<void> {
    const current = ++question
    loading.clear()
    try {
      const asked = wanted
      const found = await Promise.all(asked.map(ask))
      if (current !== question) return
      answer.value = found.at(-1)
      pages.value = new Map(asked.map((page, index) => [page, found[index]?.folder.children.nodes ?? []]))
      error.value = undefined
      loadMissing()
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  async function load(page: number): Promise<void> {
    const current = question
    loading.add(page)
    try {
      const found = await ask(page)
      if (current !== question) return
      pages.value = new Map(pages.value).set(page, found.folder.children.nodes)
      loading.delete(page)
      loadMissing()
    } catch (cause) {
      if (current !== question) return
      error.value = cause
      loading.delete(page)
    }
  }

  function loadMissing() {
    for (const page of wanted)
      if (loading.size < pagesInScrolling && !pages.value.has(page) && !loading.has(page)) void load(page)
  }

  /** Gives the first rows of the folder, as they are now: those that are missing are asked for, some pages at a time. */
  async function loadFirst(count: number): Promise<readonly LibraryNode[]> {
    const total = answer.value?.folder.children.totalCount ?? 0
    const found: LibraryNode[] = []
    const last = Math.ceil(Math.min(count, total) / pageSize)
    for (let page = 0; page < last; page += pagesAtOnce) {
      const asked = Array.from({ length: Math.min(pagesAtOnce, last - page) }, (_, index) => page + index)
      for (const { folder } of await Promise.all(asked.map(ask))) found.push(...folder.children.nodes)
    }
    return found.slice(0, count)
  }

  /** Tells which rows are looked at, so that they get loaded. */
  function look(first: number, last: number) {
    const from = Math.floor(Math.max(first, 0) / pageSize)
    const to = Math.floor(Math.max(last - 1, 0) / pageSize)
    wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    if (answer.value) loadMissing()
  }

  watch(
    () => toValue(id),
    (folderId) => {
      wanted = [0]
      const known = api.peek(LibraryFolderDocument, { id: folderId, offset: 0 })
      answer.value = known
      pages.value = new Map(known ? [[0, known.folder.children.nodes]] : [])
      error.value = undefined
      void refresh()
    },
    { immediate: true },
  )
  const { isConnected } = useLive(() => answer.value && [answer.value.folder.id], refresh)
  // What was not heard of while the machine slept or the connection was down is seen at once.
  watch(visibility, (now) => now === 'visible' && !isConnected.value && void refresh())

  return {
    folder: computed(() => answer.value?.folder),
    isRoot: computed(() => answer.value?.folder.id === answer.value?.root.id),
    rootId: computed(() => answer.value?.root.id),
    total: computed(() => answer.value?.folder.children.totalCount ?? 0),
    /** The node of a row; undefined while it is being loaded. */
    nodeAt: (index: number): LibraryNode | undefined =>
      pages.value.get(Math.floor(index / pageSize))?.[index % pageSize],
    /** All that is loaded. */
    nodes: computed(() => [...pages.value.values()].flat()),
    error: shallowReadonly(error),
    look,
    loadFirst,
    refresh,
  }
}
