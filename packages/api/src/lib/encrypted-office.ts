/** Which part of an OpenDocument file says how the others are encrypted. */
export const openDocumentManifest = 'META-INF/manifest.xml'

/** Tells from that part whether an OpenDocument file is protected with a password: it stays a ZIP file then. */
export function isEncryptedOpenDocument(manifest: string | undefined): boolean {
  return /<(\w+:)?encryption-data[\s/>]/.test(manifest ?? '')
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Tells whether the bytes of a file of Office Open XML are protected with a password: then it is no ZIP file, but a
 * compound file that holds the encrypted one.
 */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return compoundFile.equals(bytes.subarray(0, compoundFile.length))
}
