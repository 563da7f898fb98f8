import type { Logger as PinoLogger } from 'pino'

/** As much of the log as services need; fields first, then a sentence. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>
