import { defineAsyncComponent } from 'vue'

/** The share dialog, loaded when it is opened first. */
export const ShareDialog = defineAsyncComponent(() => import('./ShareDialog.vue'))
