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
  return sum(projects.filter(hasTests).map(runProject))
}

function hasTests(project) {
  return existsSync(vitestOf(project))
}

/** The scripts belong to the root's package. */
function vitestOf(project) {
  return join(root, project === 'scripts' ? '.' : project, 'node_modules/.bin/vitest')
}

function runProject(project) {
  console.log(`\nTests of ${project}`)
  const report = join(root, 'test-results', `${project.replace('/', '-')}.json`)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  spawnSync(vitestOf(project), args, { cwd: join(root, project), stdio: ['ignore', 'inherit', 'inherit'] })
  return countVitest(report)
}
