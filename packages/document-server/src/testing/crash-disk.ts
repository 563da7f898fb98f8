import type * as fs from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** A folder whose disk stops at a chosen operation, as `kill -9` of its writer would leave it. */
export interface CrashDisk {
  /** Changes of the disk until now. */
  operations: number
  /** Resolves when the disk has stopped, and what was under way before is done. */
  stopped: Promise<void>
  /** Stops it now; resolves as `stopped` does. */
  stop: () => Promise<void>
  /** Lets all go on, so that whoever waits can end. */
  thaw: () => void
}

interface Watched extends CrashDisk {
  change: <Result>(make: () => Promise<Result>) => Promise<Result>
}

const disks = new Map<string, Watched>()

/** Watches a folder; its disk does so many changes and then none. */
export function watchDisk(folder: string, lastOperation = Number.POSITIVE_INFINITY): CrashDisk {
  let limit = lastOperation
  let running = 0
  let isStopped = false
  let waiting: (() => void)[] = []
  let tellStopped: () => void = () => undefined

  function noteStop() {
    if (isStopped && running === 0) tellStopped()
  }

  const disk: Watched = {
    operations: 0,
    stopped: new Promise((resolve) => (tellStopped = resolve)),
    change: async (make) => {
      disk.operations += 1
      if (disk.operations > limit) {
        isStopped = true
        noteStop()
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
      running += 1
      try {
        return await make()
      } finally {
        running -= 1
        noteStop()
      }
    },
    stop: () => {
      limit = 0
      isStopped = true
      noteStop()
      return disk.stopped
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

function change<Result>(path: unknown, make: () => Promise<Result>): Promise<Result> {
  for (const [folder, disk] of disks) if (String(path).startsWith(folder)) return disk.change(make)
  return make()
}

/** Wraps `node:fs/promises` for `vi.mock`: whatever changes a watched folder asks its disk before. */
export function crashingFiles(real: typeof fs): typeof fs {
  const open = async (path: string, flags: string, mode?: number) => {
    const openNow = () => real.open(path, flags, mode)
    return watchHandle(await (flags === 'r' ? openNow() : change(path, openNow)), path)
  }
  const changing = <Arguments extends unknown[], Result>(
    make: (path: string, ...more: Arguments) => Promise<Result>,
  ) => {
    return (path: string, ...more: Arguments) => change(path, () => make(path, ...more))
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
      return (...given: unknown[]) => change(path, () => method(...given))
    },
  })
}
