import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

// GraphQL comes as two copies, one for `import` and one for `require`; a schema of the one is refused by the other.
const graphql = createRequire(import.meta.url).resolve('graphql')

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // A busy machine takes its time; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Reading the whole app anew for each file took longer than most files' tests.
    isolate: false,
    maxWorkers: 2,
  },
})
