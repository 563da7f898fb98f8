import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { pnpm, quietEnvironment } from './pnpm.mjs'
import { contentStamp, readStamp, writeStamp } from './stamp.mjs'
import { runStep } from './step.mjs'

const stampFile = join(root, 'node_modules/.lectern-stamp')

/** Installs the dependencies unless the last installation still fits the lockfile, the patches and this Node. */
export async function ensureInstalled() {
  const stamp = installStamp()
  if (readStamp(stampFile) === stamp) return
  const { command, args } = pnpm(
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.confirmModulesPurge=false',
  )
  await runStep(
    'Installing the dependencies (about 500 MB once; a native module may compile for some 90 s)',
    command,
    args,
    { env: quietEnvironment },
  )
  writeStamp(stampFile, stamp)
}

function installStamp() {
  const manifests = [
    'package.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    'fixtures/package.json',
    'e2e/package.json',
  ]
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`)
  const patches = listOrNone(join(root, 'patches')).map((name) => `patches/${name}`)
  const files = [...manifests, ...packages, ...patches].map((file) => join(root, file))
  // Native modules are built for one module version of Node on one kind of machine.
  return `${contentStamp(files)} ${process.platform}-${process.arch}-${process.versions.modules}`
}

function listOrNone(folder) {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
