import { findInputFormat } from '../input-formats.js'
import { createProtector } from './agile-encryption.js'
import type { Protector } from './agile-encryption.js'

/** Tells whether files of a type can be saved with a password: those of Office Open XML. */
export function canProtect(fileType: string): boolean {
  const format = findInputFormat(fileType)
  return format?.requiredPart === '[Content_Types].xml' && format.documentType !== 'pdf'
}

/** Gives what protects the saves of one document; the keys of its password are made once. */
export function createProtection() {
  let last: { password: string; protector: Promise<Protector> } | undefined
  return async (bytes: Uint8Array, password: string): Promise<Uint8Array> => {
    if (last?.password !== password) last = { password, protector: createProtector(password) }
    return (await last.protector).protect(bytes)
  }
}
