import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { limitFirstLoad } from './vite-first-load.ts'
import { precompress } from './vite-precompress.ts'

const portal = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [
    vue(),
    precompress(),
    limitFirstLoad(200_000),
    ui({
      // Components are imported by name, so that a file shows what it depends on.
      autoImport: false,
      components: false,
      dts: false,
      ui: {
        colors: { primary: 'teal', neutral: 'stone' },
        // Only the parts of Nuxt UI's theme that differ from its defaults.
        button: { slots: { base: 'cursor-pointer' } },
        // Long titles end before the button that closes.
        modal: { slots: { header: 'pe-14 sm:pe-14' } },
      },
      // Icons found in the source are built in; the browser never asks another origin for one.
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'] } } },
    }),
  ],
  // Parts of vue-i18n that the app does without; the browser does not load them then. Its texts are read by a small
  // compiler of our own: see compile-message.ts.
  define: {
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: true,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // The portal's content security policy has no `data:` for fonts or scripts.
    assetsInlineLimit: 0,
    // What the first page takes is one file: 45 small ones wait for one another in the browser's few connections.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
  },
  server: {
    proxy: {
      '/graphql': { target: portal, ws: true },
      '/download': portal,
      '/pictures': portal,
      '/oidc': portal,
      '/uploads': portal,
      '/documents': {
        target: portal,
        bypass: (request) => (isPage(request.headers.accept) ? '/index.html' : undefined),
      },
      '/document-server': { target: portal, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    // The loader of api.js is tested with a real server, whose script has to run.
    environmentOptions: {
      happyDOM: {
        settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
      },
    },
    include: ['src/**/*.test.ts', 'vite-*.test.ts'],
    // Busy machines take their time; no test waits for so long by itself.
    testTimeout: 30_000,
    restoreMocks: true,
  },
})

/** Tells whether the browser asks for a page of the app rather than for a file of the portal. */
function isPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false
}
