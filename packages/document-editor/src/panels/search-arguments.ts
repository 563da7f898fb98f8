export type SearchAction = 'next' | 'previous' | 'replace' | 'replaceAll'

export interface SearchQuery {
  text: string
  replacement: string
  matchCase: boolean
  wholeWords: boolean
  regex: boolean
}

const commands: Record<SearchAction, number> = { next: 0, previous: 0, replace: 2, replaceAll: 3 }
const wholeWordsFlag = 16
const ignoreCase = 256
const algorithm = { plain: 1, regex: 2 }

/** A search as the engine wants it: all of these are needed, or it throws. */
export function searchArguments(query: SearchQuery, action: SearchAction) {
  return {
    'SearchItem.SearchString': query.text,
    'SearchItem.ReplaceString': query.replacement,
    'SearchItem.Backward': action === 'previous',
    'SearchItem.Command': commands[action],
    'SearchItem.AlgorithmType': query.regex ? 1 : 0,
    'SearchItem.AlgorithmType2': query.regex ? algorithm.regex : algorithm.plain,
    'SearchItem.SearchFlags': query.wholeWords ? wholeWordsFlag : 0,
    'SearchItem.TransliterateFlags': query.matchCase ? 0 : ignoreCase,
  }
}
