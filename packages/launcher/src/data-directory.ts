import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LauncherError } from './launcher-error.js'

/** Creates the data directory and proves that it can be written to. */
export async function prepareDataDirectory(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.write-probe-${randomUUID()}`)
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new LauncherError(
      `The data directory ${dataDir} cannot be written to (${reason}): make it writable, or set DATA_DIR to another one.`,
      { cause },
    )
  }
}
