import type { DocumentPart } from '@lectern/shared'

/** The next slide in a direction that is not hidden. */
export function nextShown(parts: readonly DocumentPart[], from: number, step: 1 | -1): number | undefined {
  for (let part = from + step; part >= 0 && part < parts.length; part += step)
    if (!parts[part]?.hidden) return part
  return undefined
}
