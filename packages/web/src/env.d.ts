/// <reference types="vite/client" />

// Tools that read TypeScript alone see components this way; vue-tsc knows each one's real type.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

declare module '@nuxt/ui/vue-plugin' {
  import type { Plugin } from 'vue'
  const plugin: Plugin
  export default plugin
}
