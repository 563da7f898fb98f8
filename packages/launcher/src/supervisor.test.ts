import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { supervise } from './supervisor.js'
import type { SupervisorOptions } from './supervisor.js'
import { newTemporaryDirectory } from './testing/temporary-directory.js'

const readyProgram = `
  process.send({ type: 'ready', port: 4242 })
  process.on('SIGTERM', () => process.exit(0))
  setInterval(() => {}, 1000)`

async function superviseProgram(source: string, options: Partial<SupervisorOptions> = {}) {
  const entry = join(await newTemporaryDirectory(), 'program.mjs')
  await writeFile(entry, source)
  const lines: string[] = []
  const pids: number[] = []
  const supervised = supervise({
    name: 'program',
    entry,
    environment: process.env,
    say: (line) => lines.push(line),
    onReady: (_, pid) => pids.push(pid),
    ...options,
  })
  onTestFinished(() => supervised.kill())
  return { supervised, lines, pids }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a supervised process', () => {
  it('reports that it is ready', async () => {
    const { supervised } = await superviseProgram(readyProgram)
    await expect(supervised.started).resolves.toMatchObject({ port: 4242 })
  })

  it('is started again after it was killed', async () => {
    const { supervised, lines, pids } = await superviseProgram(readyProgram)
    await supervised.started
    process.kill(pids[0]!, 'SIGKILL')
    await vi.waitFor(() => expect(pids).toHaveLength(2), { timeout: 10_000 })
    expect(pids[1]).not.toBe(pids[0])
    expect(lines.join()).toContain('ended unexpectedly (SIGKILL); starting it again')
  })

  it('takes its own children down with it when it is killed', async () => {
    const { supervised, pids } = await superviseProgram(`
      import { spawn } from 'node:child_process'
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      process.send({ type: 'ready', port: child.pid })
      setInterval(() => {}, 1000)`)
    const { port: grandchild } = await supervised.started
    expect(isAlive(grandchild)).toBe(true)
    process.kill(pids[0]!, 'SIGKILL')
    await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), { timeout: 10_000 })
  })

  it('that ends before it is ready is not started again, and the start fails', async () => {
    const { supervised, lines } = await superviseProgram('process.exit(3)')
    await expect(supervised.started).rejects.toThrow('The program ended before it was ready (exit code 3).')
    expect(lines).toEqual([])
  })

  it('stops cleanly and stays stopped', async () => {
    const { supervised, lines, pids } = await superviseProgram(readyProgram)
    await supervised.started
    await supervised.stop()
    expect(isAlive(pids[0]!)).toBe(false)
    expect(lines).toEqual([])
  })

  it('is killed when it does not stop in time', async () => {
    const { supervised, pids } = await superviseProgram(
      `process.on('SIGTERM', () => {})
       process.send({ type: 'ready', port: 1 })
       setInterval(() => {}, 1000)`,
      { stopTimeoutMs: 50 },
    )
    await supervised.started
    await supervised.stop()
    expect(isAlive(pids[0]!)).toBe(false)
  })
})
