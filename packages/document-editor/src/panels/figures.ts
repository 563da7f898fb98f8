const names: Record<string, string> = {
  Average: 'average',
  Sum: 'sum',
  CountA: 'count',
  Count: 'count',
  Minimum: 'minimum',
  Maximum: 'maximum',
}

/** Reads the engine's English figures of a selection, `Average: 4; Sum: 20`; an empty cell has none worth showing. */
export function figuresOf(status: string): { name: string; value: string }[] {
  return status.split(';').flatMap((piece) => {
    const [label = '', value = ''] = piece.split(':').map((text) => text.trim())
    const name = names[label]
    const isEmptySum = name === 'sum' && value === '0' && /^Average:\s*(;|$)/.test(status)
    return name && value !== '' && !isEmptySum ? [{ name, value }] : []
  })
}
