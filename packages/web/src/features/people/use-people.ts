import { refDebounced } from '@vueuse/core'
import { computed, shallowReadonly, shallowRef, watch } from 'vue'
import { useApi } from '@/graphql/api'
import { PeopleDocument, type PeopleQuery, type PersonRowFragment } from '@/graphql/generated/graphql'

/** Lists people, narrowed by what is typed into `search`. */
export function usePeople() {
  const api = useApi()
  const search = shallowRef('')
  const wanted = refDebounced(search, 250)
  const people = shallowRef<readonly PersonRowFragment[]>()
  const page = shallowRef<PeopleQuery['people']>()
  const error = shallowRef<unknown>()
  let question = 0

  async function ask(after?: string | null): Promise<void> {
    const current = ++question
    try {
      const answer = (await api.query(PeopleDocument, { search: wanted.value || undefined, after })).people
      if (current !== question) return
      page.value = answer
      people.value = after ? [...(people.value ?? []), ...answer.nodes] : answer.nodes
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(wanted, () => void ask(), { immediate: true })

  return {
    search,
    people: shallowReadonly(people),
    error: shallowReadonly(error),
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasMore: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    load: () => ask(),
    loadMore: () => ask(page.value?.pageInfo.endCursor),
    /** Puts a changed person in the list where they are; a new one comes first. */
    show(person: PersonRowFragment): void {
      const shown = people.value ?? []
      const isKnown = shown.some(({ id }) => id === person.id)
      people.value = isKnown ? shown.map((one) => (one.id === person.id ? person : one)) : [person, ...shown]
    },
  }
}
