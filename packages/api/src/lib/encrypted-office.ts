const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Tells whether the bytes of a file of Office Open XML are protected with a password: then it is no ZIP file, but a
 * compound file that holds the encrypted one.
 */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return compoundFile.equals(bytes.subarray(0, compoundFile.length))
}
