import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'

/**
 * Writes the files that commands insert beside their document, with which they are taken away, and tells the commands
 * where they are.
 */
export function createInsertedFiles({ module }: Pick<Lok, 'module'>, folderOf: (document: number) => string) {
  let files = 0
  return function place(document: number, input: ProcessInput): ProcessInput {
    if (input.type !== 'command' || !input.file) return input
    const { file, ...command } = input
    // A new name for each: the one before may not have been read yet.
    files += 1
    const path = `${folderOf(document)}/inserted-${String(files)}.odt`
    module.FS.writeFile(path, file)
    const text = (value: string) => ({ type: 'string', value })
    return { ...command, args: JSON.stringify({ Name: text(`file://${path}`), Filter: text('writer8') }) }
  }
}
