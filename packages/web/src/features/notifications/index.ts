import { defineAsyncComponent } from 'vue'

/** The bell of the header, loaded after what a page is for. */
export const NotificationBell = defineAsyncComponent(() => import('./NotificationBell.vue'))
