import { useEventListener } from '@vueuse/core'
import { computed, nextTick, onMounted, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'

export interface UseVirtualRowsOptions {
  total: MaybeRefOrGetter<number>
  /** Where the first row begins. */
  container: MaybeRefOrGetter<HTMLElement | null>
  rowHeight: number
  /** Rows kept ready above and below what is seen. */
  overscan?: number
}

/** Tells which rows of a list as long as the page's own scroll bar are to be drawn. */
export function useVirtualRows({ total, container, rowHeight, overscan = 12 }: UseVirtualRowsOptions) {
  const seen = shallowRef({ first: 0, last: Math.ceil(window.innerHeight / rowHeight) })

  function measure() {
    const top = toValue(container)?.getBoundingClientRect().top ?? 0
    const first = Math.floor(Math.max(0, -top) / rowHeight)
    const last = Math.ceil((window.innerHeight - top) / rowHeight)
    if (first !== seen.value.first || last !== seen.value.last) seen.value = { first, last }
  }

  useEventListener(window, 'scroll', measure, { passive: true })
  useEventListener(window, 'resize', measure, { passive: true })
  onMounted(measure)
  watch(() => toValue(total), measure, { flush: 'post' })

  const first = computed(() => Math.min(Math.max(0, seen.value.first - overscan), toValue(total)))
  const last = computed(() => Math.min(Math.max(seen.value.last + overscan, first.value), toValue(total)))

  return {
    first,
    last,
    /** What stands for the rows above and below. */
    before: computed(() => first.value * rowHeight),
    after: computed(() => (toValue(total) - last.value) * rowHeight),

    /** Scrolls as little as is needed until a row is seen and drawn. */
    async reveal(index: number): Promise<void> {
      const top = (toValue(container)?.getBoundingClientRect().top ?? 0) + index * rowHeight
      const margin = rowHeight * 2
      if (top < margin) window.scrollBy({ top: top - margin })
      else if (top + rowHeight > window.innerHeight)
        window.scrollBy({ top: top + rowHeight + 8 - window.innerHeight })
      measure()
      await nextTick()
    },
  }
}
