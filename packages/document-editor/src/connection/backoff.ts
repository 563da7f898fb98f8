/** Pause before the next attempt: doubles from half a second to ten, with a fifth of chance against herds. */
export function reconnectDelayMs(attempt: number, random: () => number = Math.random): number {
  const delayMs = Math.min(500 * 2 ** attempt, 10_000)
  return Math.round(delayMs * (0.8 + 0.4 * random()))
}
