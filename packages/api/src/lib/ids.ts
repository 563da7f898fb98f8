import { v7 } from 'uuid'

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Makes a row id: UUID version 7, so that rows sort by age. */
export function createId(): string {
  return v7()
}

/** Tells whether a string from outside can be a row id at all. */
export function isId(value: string): boolean {
  return idPattern.test(value)
}
