import { defineAsyncComponent } from 'vue'

/** The gallery of templates, loaded when it is opened first. */
export const TemplateDialog = defineAsyncComponent(() => import('./TemplateDialog.vue'))
