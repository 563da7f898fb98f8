import type { LinkTarget } from '@lectern/shared'
import { attributeOf, paragraphsOf, plainText, readContent } from './open-document-text.js'

export interface Places {
  headings: LinkTarget[]
  bookmarks: LinkTarget[]
}

/** What stands in a text beside it: what was deleted while changes are tracked, footnotes, comments. */
const besideText = /<(text:tracked-changes|text:note|office:annotation)[ >].*?<\/\1>/gs

/**
 * Reads the places of a text document, saved as ODT, that links can lead to. LibreOfficeKit's own function for that opens
 * the file as another document, into which commands for this one stray.
 */
export function readPlaces(odt: Uint8Array): Places {
  const text = readContent(odt).replace(besideText, '')
  const headings = paragraphsOf(text, 'h').map(plainText)
  const bookmarks = [...text.matchAll(/<text:bookmark(?:-start)? [^>]*>/g)].map(
    ([tag]) => attributeOf(tag, 'text:name') ?? '',
  )
  return {
    // The engine finds a heading by its words.
    headings: unique(headings).map((name) => ({ text: name.trim(), target: `${name}|outline` })),
    // Those that begin like this are made by tables of contents and references.
    bookmarks: unique(bookmarks)
      .filter((name) => !name.startsWith('_'))
      .map((name) => ({ text: name, target: name })),
  }
}

const unique = (names: string[]) => [...new Set(names)].filter((name) => name.trim() !== '')
