import { defineAsyncComponent } from 'vue'

/** The versions panel, loaded when it is opened first. */
export const VersionsPanel = defineAsyncComponent(() => import('./VersionsPanel.vue'))
