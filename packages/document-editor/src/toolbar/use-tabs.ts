import { computed, shallowRef, watch } from 'vue'
import type { DocumentState } from '../session/document-state'
import type { TabName } from './items'
import { tabsFor } from './tabs'

/** The tabs of the open document, and which of them is shown. */
export function useTabs(state: DocumentState) {
  const active = shallowRef<TabName>('home')
  const tabs = computed(() => tabsFor(state))
  const activeTab = computed(() => tabs.value.find((tab) => tab.name === active.value))
  // The tab about tables goes when the cursor leaves the table.
  watch(activeTab, (tab) => {
    if (!tab) active.value = tabs.value[0]?.name ?? 'home'
  })
  return { tabs, active, activeTab }
}
