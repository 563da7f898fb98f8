/** What the suite needs of an editor, whatever its page is. */
export interface Editor {
  /** Resolves when the document can be used. */
  ready: () => Promise<void>
  /** Types, and resolves when the document server keeps it. */
  type: (text: string) => Promise<void>
  /** Presses the button that stores the document in the portal. */
  save: () => void
  /** Resolves with the code of the next error or warning that was not asked for yet. */
  error: () => Promise<number>
  warning: () => Promise<number>
  /** Resolves when the page is told that its key is of the past. */
  outdated: () => Promise<void>
  /** Resolves with the title that the portal gave the document meanwhile. */
  renamed: () => Promise<string>
  /** Resolves when the server sent this person away. */
  dropped: () => Promise<void>
  leave: () => void
}

/** Opens documents in an editor. */
export interface Driver {
  /** `config` has no token yet. */
  open: (config: object, token: string) => Promise<Editor>
}
