import { webcrypto } from 'node:crypto'

/** Makes the key of a secret for HS256: text or bytes would be taken in anew for each token. */
export async function importSecretKey(secret: string): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return webcrypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['sign', 'verify'])
}
