/** Tells of each page, counted from 1, whether a range such as `1-3,5` names it. */
export function readPageRange(range: string): (page: number) => boolean {
  const runs = range.split(',').map((run) => {
    const [from = 0, to = from] = run.split('-').map(Number)
    return { from, to }
  })
  return (page) => runs.some(({ from, to }) => page >= from && page <= to)
}
