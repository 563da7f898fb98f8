import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the engine process for tests, which run TypeScript that a forked Node 20 does not understand. */
export default async function buildEngineProcess() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../../../..', import.meta.url)),
    ssr: { noExternal: ['@lectern/shared'] },
    build: {
      ssr: fileURLToPath(new URL('../process/main.ts', import.meta.url)),
      target: 'node20',
      outDir: 'node_modules/.cache/engine-process',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  })
}
