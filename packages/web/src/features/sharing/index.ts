import { defineAsyncComponent } from 'vue'

/** The share dialog, loaded when it is opened first. */
export const ShareDialog = defineAsyncComponent(() => import('./ShareDialog.vue'))

export { default as SubjectPicker } from './SubjectPicker.vue'
export type { Subject } from './subject'

/** Who has access to a document or folder, loaded when it is shown first. */
export const AccessList = defineAsyncComponent(() => import('./AccessList.vue'))
