import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Whether the search is open; every page may open it. */
export const useSearchDialog = defineStore('search-dialog', () => ({ isOpen: shallowRef(false) }))
