import { defineAsyncComponent } from 'vue'

/** The share dialog, loaded when it is opened first. */
export const ShareDialog = defineAsyncComponent(() => import('./ShareDialog.vue'))

export { default as SubjectPicker } from './SubjectPicker.vue'
export type { Subject } from './subject'
