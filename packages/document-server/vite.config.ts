import { defineConfig } from 'vite'

/** Builds api.js, the script that portals load; the server itself is built by tsc. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/docs-api',
    emptyOutDir: true,
    sourcemap: true,
    target: 'es2020',
    lib: {
      entry: 'src/features/docs-api/client/api.ts',
      formats: ['iife'],
      name: 'LecternDocsApi',
      fileName: () => 'api.js',
    },
  },
})
