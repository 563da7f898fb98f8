import vue from '@vitejs/plugin-vue'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vitest/config'
import { pdfResources } from './vite-plugin-pdf-resources'

export default defineConfig({
  // The document server may live below a path prefix that only the request knows.
  base: './',
  plugins: [vue(), icons({ compiler: 'vue3' }), pdfResources()],
  build: {
    target: 'es2022',
    // Data URIs would need `data:` in the page's content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
  },
  test: { environment: 'happy-dom' },
})
