import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is over. */
export async function newTemporaryDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-launcher-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}
