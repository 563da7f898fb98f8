import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { pnpm, quietEnvironment } from './lib/pnpm.mjs'

const generated = ['packages/api/schema.graphql', 'packages/web/src/graphql/generated']

const before = fingerprint()
run('@lectern/api', 'schema')
run('@lectern/web', 'codegen')
const changed = Object.entries(fingerprint()).filter(([file, hash]) => before[file] !== hash)
for (const [file] of changed) console.error(`${file} differs from what its generator writes`)
process.exitCode = changed.length > 0 ? 1 : 0

function run(name, script) {
  const { command, args } = pnpm('--filter', name, 'run', script)
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...quietEnvironment },
  })
  if (result.status === 0) return
  console.error(`${result.stdout}${result.stderr}`)
  console.error(`${name}: the script "${script}" failed`)
  process.exit(1)
}

function fingerprint() {
  return Object.fromEntries(generated.flatMap(filesBelow).map((file) => [file, hashOf(join(root, file))]))
}

function filesBelow(path) {
  if (path.endsWith('.graphql')) return [path]
  return readdirSync(join(root, path)).map((name) => `${path}/${name}`)
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
