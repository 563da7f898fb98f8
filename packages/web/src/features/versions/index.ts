import { defineAsyncComponent } from 'vue'

/** The line above an earlier version in the editor. */
export const VersionBar = defineAsyncComponent(() => import('./VersionBar.vue'))

/** The versions panel, loaded when it is opened first. */
export const VersionsPanel = defineAsyncComponent(() => import('./VersionsPanel.vue'))

export { readVersions } from './read-versions'
