import type { Quotas } from '../features/library/index.js'

/** For suites in which everything has room. */
export const noQuotas: Quotas = { hold: () => Promise.resolve(), listRooms: () => Promise.resolve([]) }
