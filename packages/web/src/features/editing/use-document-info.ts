import { shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import { useLive } from '@/graphql/use-live'
import { EditorPageDocument, type EditorPageQuery } from '@/graphql/generated/graphql'

/** Keeps what the portal knows of an open document: title, people, failed saves. */
export function useDocumentInfo(id: MaybeRefOrGetter<string>) {
  const api = useApi()
  const document = shallowRef<EditorPageQuery['document']>()
  const rootId = shallowRef<string>()
  const error = shallowRef<unknown>()
  let question = 0

  async function refresh(): Promise<void> {
    const current = ++question
    try {
      const answer = await api.query(EditorPageDocument, { id: toValue(id) })
      if (current !== question) return
      document.value = answer.document
      rootId.value = answer.root.id
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(
    () => toValue(id),
    () => {
      document.value = undefined
      void refresh()
    },
    { immediate: true },
  )
  useLive(() => [toValue(id)], refresh)
  return {
    document: shallowReadonly(document),
    rootId: shallowReadonly(rootId),
    error: shallowReadonly(error),
    refresh,
  }
}
