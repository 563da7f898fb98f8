import { refDebounced } from '@vueuse/core'
import { shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import { PeopleDocument, type PersonRowFragment } from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'
import { toPage, usePages } from '@/graphql/use-pages'

/** Lists people, narrowed by what is typed into `search`, and keeps the list current. */
export function usePeople() {
  const api = useApi()
  const search = shallowRef('')
  const wanted = refDebounced(search, 250)
  const pages = usePages<PersonRowFragment, string>(
    () => wanted.value,
    async (text, after) =>
      toPage((await api.query(PeopleDocument, { search: text || undefined, after })).people),
  )
  useLive([], pages.refresh, { lists: ['PEOPLE'] })

  return {
    ...pages,
    search,
    /** Puts a changed person in the list where they are; a new one comes first. */
    show(person: PersonRowFragment): void {
      pages.change((shown) =>
        shown.some(({ id }) => id === person.id)
          ? shown.map((one) => (one.id === person.id ? person : one))
          : [person, ...shown],
      )
    },
  }
}
