import { createHmac, createSecretKey, webcrypto } from 'node:crypto'

/** Makes the key of a secret for HS256: text or bytes would be taken in anew for each token. */
export async function importSecretKey(secret: string): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return webcrypto.subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['verify'])
}

const header = encode({ alg: 'HS256', typ: 'JWT' })

/** Makes a function that signs claims as a JWT with HS256, at once: WebCrypto takes the way to other threads and back. */
export function createJwtSigner(secret: string): (claims: object) => string {
  const key = createSecretKey(Buffer.from(secret))
  return (claims) => {
    const content = `${header}.${encode(claims)}`
    return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
