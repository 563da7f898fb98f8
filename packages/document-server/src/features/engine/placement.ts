/**
 * What a document is opened for: conversions are over soon, and must not disturb who edits; previews are conversions for
 * which nobody waits.
 */
export type OpenPurpose = 'edit' | 'convert' | 'preview'

/** One engine process, as the choice of a place sees it. */
export interface Place {
  ready: boolean
  /** Documents that are open or being opened, by purpose. */
  editing: number
  converting: number
  rssBytes: number
}

export interface Wish {
  purpose: OpenPurpose
  /** The file ended an engine before: nobody else's document may be beside it, if that can be had. */
  alone?: boolean
}

export interface PlacementLimits {
  maxProcesses: number
  maxDocumentsPerProcess: number
  /** A process that holds more takes no further documents. */
  fullBytes: number
  /** Nobody typed or clicked a moment ago. */
  isQuiet: boolean
  /** Nor did anybody open a document, who is about to type. */
  isCalm: boolean
}

/**
 * Where a document goes: a process, or why it has to wait. `grow`: start another process; `starting`: one will be there
 * in seconds; `typing`: somebody types whom it would disturb; `full`: until somebody closes a document.
 */
export type Placement<P> = { process: P } | 'grow' | 'starting' | 'typing' | 'full'

/** Tells how many documents a process has. */
export function documentsIn({ editing, converting }: Place): number {
  return editing + converting
}

/** Chooses a place for a document; `places` are all processes, those that start included. */
export function choosePlace<P extends Place>(
  places: readonly P[],
  { purpose, alone = false }: Wish,
  limits: PlacementLimits,
): Placement<P> {
  if (purpose === 'preview' && !limits.isCalm) return 'typing'
  const open = places
    .filter((place) => hasRoom(place, limits))
    .sort((left, right) => documentsIn(left) - documentsIn(right))
  const suits = (place: P) => {
    if (alone) return documentsIn(place) === 0
    return purpose === 'edit' || place.editing === 0
  }
  const best = open.find(suits)
  if (best) return { process: best }
  if (places.some((place) => !place.ready)) return 'starting'
  if (places.length < limits.maxProcesses) return 'grow'
  const [shared] = open
  if (!shared) return 'full'
  return purpose === 'edit' || limits.isQuiet ? { process: shared } : 'typing'
}

/** Tells whether another process is to be started now, so that the next document finds one warm. */
export function needsSpare(places: readonly Place[], limits: PlacementLimits): boolean {
  if (places.length === 0) return true
  const isShort = places.every(({ editing }) => editing > 0)
  // A start takes all of a core for seconds, which whoever types would feel.
  return isShort && places.length < limits.maxProcesses && limits.isCalm
}

function hasRoom(place: Place, { maxDocumentsPerProcess, fullBytes }: PlacementLimits): boolean {
  if (!place.ready) return false
  // An empty process has room whatever it holds: it is replaced only when another one can take over.
  return (
    documentsIn(place) === 0 || (documentsIn(place) < maxDocumentsPerProcess && place.rssBytes < fullBytes)
  )
}
