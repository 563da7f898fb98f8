/** First numbered name that no sheet has yet, whatever its case. */
export function freeSheetName(taken: string[], name: (number: number) => string): string {
  const names = new Set(taken.map((other) => other.toLowerCase()))
  let number = taken.length + 1
  while (names.has(name(number).toLowerCase())) number += 1
  return name(number)
}
