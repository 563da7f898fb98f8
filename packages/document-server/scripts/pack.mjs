// Packs the built document server as one npm package that needs nothing of this repository:
// node packages/document-server/scripts/pack.mjs [FOLDER]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = resolve(process.argv[2] ?? '.')
const bundled = ['@lectern/shared', '@lectern/document-editor']

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const installedVersion = (name) => readManifest(join(root, 'node_modules', name)).version

/** Copies what a package consists of once it is built. */
function copyBuilt(from, to) {
  if (!existsSync(join(from, 'dist'))) throw new Error(`${from} is not built: run npm start once.`)
  mkdirSync(to, { recursive: true })
  for (const name of ['dist', 'bin', 'README.md', 'package.json'])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true })
}

const stage = mkdtempSync(join(tmpdir(), 'lectern-pack-'))
try {
  copyBuilt(root, stage)
  const { name, version, description, license, type, bin, dependencies } = readManifest(root)
  for (const dependency of bundled) {
    const folder = join(stage, 'node_modules', dependency)
    const source = realpathSync(join(root, 'node_modules', dependency))
    copyBuilt(source, folder)
    const { name, version, license, type, exports } = readManifest(source)
    const manifest = { name, version, license, type, exports }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2))
  }
  const others = Object.keys(dependencies).filter((dependency) => !bundled.includes(dependency))
  const manifest = {
    ...{ name, version, description, license, type, bin, files: ['dist', 'bin'] },
    engines: { node: '>=20.19.0' },
    dependencies: {
      ...Object.fromEntries(others.map((dependency) => [dependency, installedVersion(dependency)])),
      ...Object.fromEntries(bundled.map((dependency) => [dependency, version])),
    },
    bundleDependencies: bundled,
  }
  writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest, undefined, 2))
  mkdirSync(target, { recursive: true })
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', target], {
    ...{
      cwd: stage,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  })
  if (packed.status !== 0) throw new Error('npm pack failed')
  console.log(join(target, packed.stdout.trim()))
} finally {
  rmSync(stage, { recursive: true, force: true })
}
