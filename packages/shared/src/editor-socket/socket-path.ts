/** Path of the editor's socket below the document server's address. */
export const editorSocketPath = '/editor/socket'
