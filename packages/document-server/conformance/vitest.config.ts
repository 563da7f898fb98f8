import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['conformance/**/*.test.ts'],
    globalSetup: ['conformance/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // One document server answers all of them, and its queue of conversions is one.
    fileParallelism: false,
  },
})
