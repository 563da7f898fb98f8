import type { Lok } from './lok.js'

/** Takes a file out of the engine's file system, if it is there. */
export function removeFile({ module }: Pick<Lok, 'module'>, path: string) {
  try {
    module.FS.unlink(path)
  } catch {
    // A failed save may have left no file.
  }
}

/** Takes a folder with its files out of the engine's file system. */
export function removeFolder(lok: Pick<Lok, 'module'>, directory: string) {
  const { FS } = lok.module
  for (const name of FS.readdir(directory))
    if (name !== '.' && name !== '..') removeFile(lok, `${directory}/${name}`)
  FS.rmdir(directory)
}
