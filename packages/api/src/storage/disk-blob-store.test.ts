import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { describeBlobStore } from '../testing/describe-blob-store.js'
import { createDiskBlobStore } from './disk-blob-store.js'

const directories: string[] = []

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lectern-blobs-'))
  directories.push(directory)
  return directory
}

afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true })
})

describeBlobStore('disk blob store', async () => createDiskBlobStore(await newDirectory()))

it('throws away at its start what an earlier process was receiving', async () => {
  const directory = await newDirectory()
  await createDiskBlobStore(directory)
  await writeFile(path.join(directory, 'incoming', 'half'), 'half a file')
  await createDiskBlobStore(directory)
  expect(await readdir(path.join(directory, 'incoming'))).toEqual([])
})

it('removes what it received of a stream that breaks off', async () => {
  const directory = await newDirectory()
  const store = await createDiskBlobStore(directory)
  async function* broken() {
    await Promise.resolve()
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await expect(store.stage(broken(), { maxBytes: 100 })).rejects.toThrow()
  expect(await readdir(path.join(directory, 'incoming'))).toEqual([])
})
