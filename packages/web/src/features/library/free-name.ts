/** Gives a name that nothing in the list has yet: "New document", "New document (2)", … */
export function freeName(wanted: string, taken: readonly string[]): string {
  const stems = new Set(taken.map((name) => name.toLowerCase().replace(/\.[^.]+$/, '')))
  if (!stems.has(wanted.toLowerCase())) return wanted
  for (let number = 2; ; number++) {
    const name = `${wanted} (${number})`
    if (!stems.has(name.toLowerCase())) return name
  }
}
