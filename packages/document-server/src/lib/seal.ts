import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Hides text that has to lie on disk: only who has the server's secret can read it. */
export interface Seal {
  close: (text: string) => string
  /** Undefined for what was not closed with the same secret, or is damaged. */
  open: (sealed: string) => string | undefined
}

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const vectorBytes = 12
const tagBytes = 16

/** Creates the seal of a secret. */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'lectern protected documents', keyBytes))
  return {
    close: (text) => {
      const vector = randomBytes(vectorBytes)
      const cipher = createCipheriv(algorithm, key, vector)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([vector, cipher.getAuthTag(), hidden]).toString('base64')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < vectorBytes + tagBytes) return undefined
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, vectorBytes))
      decipher.setAuthTag(bytes.subarray(vectorBytes, vectorBytes + tagBytes))
      try {
        const text = decipher.update(bytes.subarray(vectorBytes + tagBytes))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit: another secret, or damaged.
        return undefined
      }
    },
  }
}
