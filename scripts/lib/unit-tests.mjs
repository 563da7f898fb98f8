import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { countVitest, sum } from './reports.mjs'

/** Runs the tests of every package, one package after the other: engines need the memory for themselves. */
export function runUnitTests() {
  const projects = [
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
    'fixtures',
    'scripts',
  ]
  return sum([
    ...projects.filter(hasTests).map((project) => runProject(project)),
    runProject('packages/document-server', 'conformance'),
  ])
}

function hasTests(project) {
  return existsSync(vitestOf(project))
}

/** The scripts belong to the root's package. */
function vitestOf(project) {
  return join(root, project === 'scripts' ? '.' : project, 'node_modules/.bin/vitest')
}

/** Runs the tests of a package, or one of its suites that has a configuration of its own. */
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
  return countVitest(report)
}
