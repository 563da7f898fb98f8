import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // A busy machine takes its time; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    // An engine process takes 1.5 GB of memory and all of a core while it starts.
    maxWorkers: 2,
  },
})
