const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const partCharacters = 2_000

/**
 * Cuts text into words, with spaces between them: both databases then find words of every language, also of Chinese,
 * which is written without spaces.
 */
export function toWords(text: string): string {
  const words: string[] = []
  // In parts: the segmenter takes ever longer for each word of one long text.
  for (let start = 0; start < text.length; start += partCharacters)
    for (const { segment, isWordLike } of segmenter.segment(text.slice(start, start + partCharacters)))
      if (isWordLike)
        words.push(
          ...segment
            .normalize('NFC')
            .toLowerCase()
            .split(/[._'’-]+/u),
        )
  return words.filter((word) => word !== '' && word.length <= 100).join(' ')
}
