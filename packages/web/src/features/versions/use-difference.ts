import { shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import {
  VersionDifferenceDocument,
  type VersionDifferenceQuery,
  type VersionDifferenceQueryVariables,
} from '@/graphql/generated/graphql'

/** Keeps what two versions do not share, anew when others are chosen; undefined: nothing is chosen yet. */
export function useDifference(ids: MaybeRefOrGetter<VersionDifferenceQueryVariables | undefined>) {
  const api = useApi()
  const difference = shallowRef<VersionDifferenceQuery['versionDifference']>()
  const error = shallowRef<unknown>()
  let question = 0

  async function load(): Promise<void> {
    const current = ++question
    const variables = toValue(ids)
    difference.value = undefined
    error.value = undefined
    if (!variables) return
    try {
      const found = (await api.query(VersionDifferenceDocument, variables)).versionDifference
      if (current === question) difference.value = found
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(() => JSON.stringify(toValue(ids)), load, { immediate: true })
  return { difference: shallowReadonly(difference), error: shallowReadonly(error), load }
}
