import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowReactive } from 'vue'

/** What people can do by its name, wherever they are on a page that offers it. */
export interface Command {
  id: string
  label: string
  icon: string
  run: () => void
}

/** The commands that the parts of the current page offer. */
export const useCommandsStore = defineStore('commands', () => {
  const sources = shallowReactive(new Set<() => Command[]>())
  return {
    all: computed(() => [...sources].flatMap((source) => source())),
    add: (source: () => Command[]) => sources.add(source),
    remove: (source: () => Command[]) => sources.delete(source),
  }
})

/** Offers commands as long as the component that calls this is there. */
export function useCommands(source: () => Command[]): void {
  const store = useCommandsStore()
  store.add(source)
  onScopeDispose(() => store.remove(source))
}
