import { shallowReadonly, shallowRef, watch, type Component, type Ref } from 'vue'

/** Loads a component when it is wanted for the first time; until then, and when it cannot be loaded, there is none. */
export function useLazyComponent(isWanted: Ref<boolean>, load: () => Promise<{ default: Component }>) {
  const component = shallowRef<Component>()

  watch(
    isWanted,
    async (wanted) => {
      if (!wanted || component.value) return
      try {
        component.value = (await load()).default
      } catch {
        // The network is gone, or the portal was updated meanwhile: pressing again tries again.
        isWanted.value = false
      }
    },
    { immediate: true },
  )
  return shallowReadonly(component)
}
