import { useStorage } from '@vueuse/core'
import { computed } from 'vue'
import { useViewerStore } from '@/features/auth'

/** Whether folders are shown as a list or as a grid of pictures; kept for each person on this device. */
export function useListView() {
  const viewer = useViewerStore()
  const view = useStorage<'list' | 'grid'>(() => `lectern-view-${viewer.current?.id ?? ''}`, 'list')
  return {
    isGrid: computed(() => view.value === 'grid'),
    toggle: () => {
      view.value = view.value === 'grid' ? 'list' : 'grid'
    },
  }
}
