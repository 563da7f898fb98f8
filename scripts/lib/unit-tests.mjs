import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './paths.mjs'
import { countVitest, sum, vitestFailures } from './reports.mjs'

/** Of a failure's message: enough to see what and where. */
const longestMessage = 2000

/** Runs the tests of every package, one package after the other: engines need the memory for themselves. */
export function runUnitTests() {
  const projects = [
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
    'fixtures',
    'scripts',
  ]
  const reports = [
    ...projects.filter(hasTests).map((project) => runProject(project)),
    runProject('packages/document-server', 'conformance'),
  ]
  reports.flatMap((report) => vitestFailures(report)).forEach(printFailure)
  return sum(reports.map((report) => countVitest(report)))
}

/** Once more behind all packages, where a reader of a long log looks first. */
function printFailure({ name, message }) {
  console.log(`\nFAILED ${relative(root, name)}\n${message.slice(0, longestMessage)}`)
}

function hasTests(project) {
  return existsSync(vitestOf(project))
}

/** The scripts belong to the root's package. */
function vitestOf(project) {
  return join(root, project === 'scripts' ? '.' : project, 'node_modules/.bin/vitest')
}

/** Runs the tests of a package, or one of its suites that has a configuration of its own; gives the report's file. */
function runProject(project, suite) {
  const name = suite ? `${project}/${suite}` : project
  console.log(`\nTests of ${name}`)
  const report = join(root, 'test-results', `${name.replaceAll('/', '-')}.json`)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(suite ? [`--config=${suite}/vitest.config.ts`] : []),
  ]
  spawnSync(vitestOf(project), args, { cwd: join(root, project), stdio: ['ignore', 'inherit', 'inherit'] })
  return report
}
