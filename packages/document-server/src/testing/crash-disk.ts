import type * as fs from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** A folder whose disk stops at a chosen operation, as `kill -9` of its writer would leave it. */
export interface CrashDisk {
  /** Changes of the disk until now. */
  operations: number
  /** Resolves when the disk has stopped. */
  stopped: Promise<void>
  /** Lets all go on, so that whoever waits can end. */
  thaw: () => void
}

interface Watched extends CrashDisk {
  pass: () => Promise<void>
}

const disks = new Map<string, Watched>()

/** Watches a folder; its disk does so many changes and then none. */
export function watchDisk(folder: string, lastOperation = Number.POSITIVE_INFINITY): CrashDisk {
  let limit = lastOperation
  let waiting: (() => void)[] = []
  let stop: () => void = () => undefined
  const disk: Watched = {
    operations: 0,
    stopped: new Promise((resolve) => (stop = resolve)),
    pass: async () => {
      disk.operations += 1
      if (disk.operations <= limit) return
      stop()
      await new Promise<void>((resolve) => waiting.push(resolve))
    },
    thaw: () => {
      limit = Number.POSITIVE_INFINITY
      for (const go of waiting) go()
      waiting = []
    },
  }
  disks.set(folder, disk)
  return disk
}

async function pass(path: unknown): Promise<void> {
  for (const [folder, disk] of disks) if (String(path).startsWith(folder)) await disk.pass()
}

/** Wraps `node:fs/promises` for `vi.mock`: whatever changes a watched folder asks its disk before. */
export function crashingFiles(real: typeof fs): typeof fs {
  const open = async (path: string, flags: string, mode?: number) => {
    if (flags !== 'r') await pass(path)
    return watchHandle(await real.open(path, flags, mode), path)
  }
  const changing = <Arguments extends unknown[], Result>(
    change: (path: string, ...more: Arguments) => Promise<Result>,
  ) => {
    return async (path: string, ...more: Arguments) => {
      await pass(path)
      return change(path, ...more)
    }
  }
  const files = { open, mkdir: changing(real.mkdir), rename: changing(real.rename), rm: changing(real.rm) }
  return { ...real, ...(files as unknown as Partial<typeof fs>) }
}

const handleChanges = ['appendFile', 'writeFile', 'datasync', 'sync']

function watchHandle(handle: FileHandle, path: string): FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const method = value.bind(target) as (...given: unknown[]) => Promise<unknown>
      if (!handleChanges.includes(String(name))) return method
      return async (...given: unknown[]) => {
        await pass(path)
        return method(...given)
      }
    },
  })
}
