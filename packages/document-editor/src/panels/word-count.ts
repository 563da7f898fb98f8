/** Number of words in the engine's English status text, for instance `Selected: 1,169 words, 6,792 characters`. */
export function wordCountOf(status: string): number | undefined {
  const match = /([\d,.\s]*\d)\s+words?/.exec(status)
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/\D/g, ''))
}
