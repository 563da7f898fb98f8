import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const bin = (name) => join(root, 'node_modules/.bin', name)

const typeScriptProjects = [
  'packages/shared',
  'packages/api',
  'packages/document-server',
  'packages/launcher',
  'fixtures',
  'e2e',
]
const vueProjects = ['packages/web', 'packages/document-editor']

/** Every static check, in the order of cheapness; each is one command with the way to mend what it finds. */
export const checks = [
  {
    name: 'format',
    command: [bin('prettier'), '--check', '--log-level=warn', '.'],
    remedy: 'run npx prettier --write on the files named',
  },
  {
    name: 'lint',
    command: [bin('eslint'), '--max-warnings=0', '.'],
    remedy: 'see the rule named at each line; --fix mends some',
  },
  ...typeScriptProjects.map((project) => ({
    name: `types ${project}`,
    command: [bin('tsc'), '--noEmit', '-p', project],
    remedy: 'the compiler names file and line',
  })),
  ...vueProjects.map((project) => ({
    name: `types ${project}`,
    command: [join(root, project, 'node_modules/.bin/vue-tsc'), '--noEmit', '-p', project],
    remedy: 'the compiler names file and line',
  })),
  {
    name: 'unused',
    command: [bin('knip'), '--no-progress'],
    remedy: 'delete what nothing uses, or export it only where it is needed',
  },
  {
    name: 'boundaries',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'packages', 'fixtures/src', 'e2e'],
    remedy: 'import through the index of the feature, or move what both need to packages/shared',
  },
  {
    name: 'schema',
    command: [process.execPath, 'scripts/check-drift.mjs'],
    remedy: 'emit the schema, run the code generator, and commit both',
  },
].filter(
  ({ name }) =>
    !name.startsWith('types ') || existsSync(join(root, name.slice('types '.length), 'tsconfig.json')),
)
