import { defineConfig } from '@playwright/test'
import base from './playwright.config.js'

export default defineConfig({
  ...base,
  testDir: 'bench',
  outputDir: '../test-results/bench',
  reporter: [['line']],
  // Recording the screen and every page for a trace would be measured with it.
  use: { ...base.use, trace: 'off', screenshot: 'off' },
})
