import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { pnpm, quietEnvironment } from './pnpm.mjs'
import { readStamp, treeStamp, writeStamp } from './stamp.mjs'
import { runStep } from './step.mjs'

const stampFile = join(root, 'node_modules/.lectern-build-stamp')
const installStampFile = join(root, 'node_modules/.lectern-stamp')

const results = [
  'packages/shared/dist/index.js',
  'packages/api/dist/main.js',
  'packages/document-server/dist/main.js',
  'packages/launcher/dist/main.js',
  'packages/web/dist/index.html',
  'packages/document-editor/dist/index.html',
].map((file) => join(root, file))

/** Builds every package unless nothing has changed since the last build. */
export async function ensureBuilt() {
  const stamp = `${treeStamp([join(root, 'packages')])} ${readStamp(installStampFile)}`
  if (readStamp(stampFile) === stamp && results.every((file) => existsSync(file))) return
  const { command, args } = pnpm('exec', 'turbo', 'run', 'build', '--output-logs=new-only', '--ui=stream')
  await runStep('Building', command, args, { env: quietEnvironment })
  // Taken after the build: generated sources carry new times.
  writeStamp(stampFile, `${treeStamp([join(root, 'packages')])} ${readStamp(installStampFile)}`)
}
