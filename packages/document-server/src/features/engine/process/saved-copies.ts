import { EngineError } from '../engine.types.js'
import type { Lok } from './lok.js'
import { removeFile } from './virtual-files.js'

interface SavedCopiesOptions {
  lok: Lok
  document: number
  /** Folder of the engine's file system that belongs to the document. */
  directory: string
  /** Something is to be told or painted. */
  wake: () => void
}

/** Writes a document beside itself, and takes each file away after its use. */
export function createSavedCopies({ lok, document, directory, wake }: SavedCopiesOptions) {
  let saving = false
  return {
    isSaving: () => saving,
    /** Throws an EngineError with the code UNSUPPORTED when the engine cannot write this format. */
    use<T>(format: string, filterOptions: string, read: (path: string) => T): T {
      const path = `${directory}/output.${format}`
      saving = true
      try {
        if (lok.invoke(document, 'saveAs', `file://${path}`, format, filterOptions) === 0)
          throw new EngineError(
            'UNSUPPORTED',
            `The document cannot be saved as ${format}: ${lok.lastError()}`,
          )
        return read(path)
      } finally {
        saving = false
        removeFile(lok, path)
        wake()
      }
    },
  }
}
