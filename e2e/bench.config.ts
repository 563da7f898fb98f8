import base from './playwright.config.js'

export default { ...base, testDir: 'bench', outputDir: '../test-results/bench', reporter: [['line']] }
