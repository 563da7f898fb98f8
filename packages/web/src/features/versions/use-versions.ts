import { computed, shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import {
  DeleteVersionDocument,
  MarkVersionDocument,
  RestoreVersionDocument,
  type VersionRowFragment,
} from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'
import { readVersions, type VersionedDocument } from './read-versions'

/** Keeps the versions of a document. */
export function useVersions(documentId: MaybeRefOrGetter<string>) {
  const api = useApi()
  const document = shallowRef<VersionedDocument>()
  const error = shallowRef<unknown>()
  const newestFirst = computed(() =>
    [...(document.value?.versions ?? [])].sort((left, right) => right.number - left.number),
  )

  async function load(): Promise<void> {
    const id = toValue(documentId)
    error.value = undefined
    try {
      const found = await readVersions(api, id)
      if (id === toValue(documentId)) document.value = found
    } catch (cause) {
      if (id === toValue(documentId)) error.value = cause
    }
  }

  watch(
    () => toValue(documentId),
    () => {
      document.value = undefined
      void load()
    },
    { immediate: true },
  )

  useLive(() => [toValue(documentId)], load, {
    aspects: ['VERSIONS', 'ITSELF', 'ACCESS'],
  })

  return {
    document: shallowReadonly(document),
    error: shallowReadonly(error),
    newestFirst,
    load,
    /** Says something about a version: a name, that it is pinned. */
    async mark(version: VersionRowFragment, marks: { name?: string; isPinned?: boolean }): Promise<void> {
      const ids = { documentId: toValue(documentId), versionId: version.id }
      await api.mutate(MarkVersionDocument, { input: { ...ids, ...marks } })
      await load()
    },
    /** Deletes an earlier version for good. */
    async remove(version: VersionRowFragment): Promise<void> {
      const ids = { documentId: toValue(documentId), versionId: version.id }
      await api.mutate(DeleteVersionDocument, { input: ids })
      await load()
    },
    /** Makes an earlier version the newest again. */
    async restore(version: VersionRowFragment): Promise<void> {
      const ids = { documentId: toValue(documentId), versionId: version.id }
      await api.mutate(RestoreVersionDocument, { input: ids })
      await load()
    },
  }
}
