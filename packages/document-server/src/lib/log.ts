/** The part of pino that the server uses, so that tests can listen or be silent. */
export interface Log {
  info: (details: object, message: string) => void
  warn: (details: object, message: string) => void
  error: (details: object, message: string) => void
  debug: (details: object, message: string) => void
}
