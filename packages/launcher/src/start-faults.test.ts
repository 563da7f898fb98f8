import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { claimDataDirectory } from './data-directory-claim.js'
import { prepareDataDirectory } from './data-directory.js'
import { claimPort } from './ports.js'
import { newTemporaryDirectory } from './testing/temporary-directory.js'

describe('a port', () => {
  it('that another program holds is named, with what to do', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    await expect(claimPort('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} is taken by another program: stop that one, or choose another port`,
    )
  })

  it('is chosen by the system when 0 is asked for, and is free again afterwards', async () => {
    const port = await claimPort('127.0.0.1', 0)
    expect(port).toBeGreaterThan(0)
    expect(await claimPort('127.0.0.1', port)).toBe(port)
  })
})

describe('the data directory', () => {
  it('is created with its parents', async () => {
    const path = join(await newTemporaryDirectory(), 'deep/data')
    await prepareDataDirectory(path)
    await expect(prepareDataDirectory(path)).resolves.toBeUndefined()
  })

  it('that cannot be written to is named, with what to do', async () => {
    const file = join(await newTemporaryDirectory(), 'file')
    await writeFile(file, '')
    await expect(prepareDataDirectory(join(file, 'data'))).rejects.toThrow(
      /file\/data cannot be written to \(ENOTDIR\): make it writable, or set DATA_DIR/,
    )
  })

  it('that another launcher works in is refused, and free again when that one has stopped', async () => {
    const dataDir = await newTemporaryDirectory()
    const end = await claimDataDirectory(dataDir)
    await expect(claimDataDirectory(dataDir)).rejects.toThrow(
      `${dataDir} is in use by a Lectern that runs (process ${process.pid}): stop that one, or set DATA_DIR`,
    )
    await end()
    await (
      await claimDataDirectory(dataDir)
    )()
  })

  it('is free when the launcher that worked in it was killed', async () => {
    const dataDir = await newTemporaryDirectory()
    const listen = `require('net').createServer().listen(${JSON.stringify(join(dataDir, 'launcher.sock'))}, () => console.log())`
    const holder = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    await expect(claimDataDirectory(dataDir)).rejects.toThrow('is in use')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await (
      await claimDataDirectory(dataDir)
    )()
  })

  it('may have a path that is too long for a socket', async () => {
    const dataDir = join(await newTemporaryDirectory(), 'long'.repeat(30))
    await mkdir(dataDir)
    const end = await claimDataDirectory(dataDir)
    await expect(claimDataDirectory(dataDir)).rejects.toThrow('is in use')
    await end()
  })
})
