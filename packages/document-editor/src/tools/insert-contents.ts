import type { EditorSession } from '../session/editor-session'

/**
 * Puts a table of contents before the cursor. The engine leaves the cursor inside of it, where nothing can be written:
 * a bookmark, which moves on with the text behind, brings it out.
 */
export function insertContents(session: EditorSession) {
  const Bookmark = `Here_${Math.random().toString(36).slice(2)}`
  session.command('InsertBookmark', { Bookmark })
  session.command('InsertMultiIndex')
  session.goToMark(Bookmark)
  session.command('DeleteBookmark', { Bookmark })
}
