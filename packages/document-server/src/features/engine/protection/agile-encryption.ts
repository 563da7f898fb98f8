import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { writeCompoundFile } from './compound-file.js'
import { dataSpaces } from './data-spaces.js'

/** Writes files that open with one password only. */
export interface Protector {
  protect: (bytes: Uint8Array) => Uint8Array
}

/*
 * The agile encryption of [MS-OFFCRYPTO] 2.3.4.10 to 15, with what Office writes itself: AES-256 in CBC mode, SHA-512,
 * and a key for the package that is encrypted with one made of the password.
 */
const spinCount = 100_000
const spinsAtOnce = 5_000
const saltBytes = 16
const blockBytes = 16
const keyBytes = 32
const hashBytes = 64
const segmentBytes = 4_096
const namespace = 'http://schemas.microsoft.com/office/2006'
const purposes = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  packageKey: '146e0be7abacd0d6',
  integrityKey: '5fb2ad010cb9e1f6',
  integrityValue: 'a0677f02b22c8433',
} as const

/** Makes the keys of a password, which takes a computer a moment on purpose; other work goes on meanwhile. */
export async function createProtector(password: string): Promise<Protector> {
  const salt = randomBytes(saltBytes)
  const spun = await spin(password, salt)
  const keyFor = (purpose: keyof typeof purposes) => sha512(spun, block(purpose)).subarray(0, keyBytes)
  const keys = {
    verifierInput: keyFor('verifierInput'),
    verifierHash: keyFor('verifierHash'),
    packageKey: keyFor('packageKey'),
  }

  function passwordAttributes(packageKey: Buffer) {
    const input = randomBytes(saltBytes)
    return {
      spinCount,
      ...cipherAttributes(salt),
      encryptedVerifierHashInput: base64(encrypt(keys.verifierInput, salt, input)),
      encryptedVerifierHashValue: base64(encrypt(keys.verifierHash, salt, sha512(input))),
      encryptedKeyValue: base64(encrypt(keys.packageKey, salt, packageKey)),
    }
  }

  return {
    protect(bytes) {
      const packageKey = randomBytes(keyBytes)
      const packageSalt = randomBytes(saltBytes)
      const encrypted = encryptPackage(bytes, packageKey, packageSalt)
      const info = writeInfo({
        keyData: cipherAttributes(packageSalt),
        dataIntegrity: integrityAttributes(encrypted, packageKey, packageSalt),
        encryptedKey: passwordAttributes(packageKey),
      })
      return writeCompoundFile([
        dataSpaces(),
        { name: 'EncryptionInfo', bytes: info },
        { name: 'EncryptedPackage', bytes: encrypted },
      ])
    },
  }
}

async function spin(password: string, salt: Buffer): Promise<Buffer> {
  let hash = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let done = 0; done < spinCount; done += spinsAtOnce) {
    for (let turn = done; turn < done + spinsAtOnce; turn += 1) hash = sha512(number(turn), hash)
    await new Promise(setImmediate)
  }
  return hash
}

/** Each segment has its own initial vector, so that a reader may begin anywhere. */
function encryptPackage(bytes: Uint8Array, key: Buffer, salt: Buffer): Buffer {
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(bytes.length))
  const chunks: Uint8Array[] = [size]
  for (let segment = 0; segment * segmentBytes < bytes.length; segment += 1) {
    const content = bytes.subarray(segment * segmentBytes, (segment + 1) * segmentBytes)
    chunks.push(encrypt(key, vector(salt, number(segment)), content))
  }
  return Buffer.concat(chunks)
}

function integrityAttributes(encrypted: Buffer, packageKey: Buffer, salt: Buffer) {
  const key = randomBytes(hashBytes)
  const value = createHmac('sha512', key).update(encrypted).digest()
  return {
    encryptedHmacKey: base64(encrypt(packageKey, vector(salt, block('integrityKey')), key)),
    encryptedHmacValue: base64(encrypt(packageKey, vector(salt, block('integrityValue')), value)),
  }
}

function cipherAttributes(salt: Buffer) {
  return {
    ...{ saltSize: saltBytes, blockSize: blockBytes, keyBits: keyBytes * 8, hashSize: hashBytes },
    ...{ cipherAlgorithm: 'AES', cipherChaining: 'ChainingModeCBC', hashAlgorithm: 'SHA512' },
    saltValue: base64(salt),
  }
}

type Attributes = Record<string, string | number>

function writeInfo(parts: Record<'keyData' | 'dataIntegrity' | 'encryptedKey', Attributes>): Buffer {
  const list = (attributes: Attributes) =>
    Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${String(value)}"`)
      .join('')
  const passwordUri = `${namespace}/keyEncryptor/password`
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    `<encryption xmlns="${namespace}/encryption" xmlns:p="${passwordUri}">`,
    `<keyData${list(parts.keyData)}/><dataIntegrity${list(parts.dataIntegrity)}/>`,
    `<keyEncryptors><keyEncryptor uri="${passwordUri}"><p:encryptedKey${list(parts.encryptedKey)}/></keyEncryptor>`,
    '</keyEncryptors></encryption>',
  ].join('')
  // Version 4.4, and the flag of agile encryption.
  return Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)])
}

/** The last block is filled up with zeros; sizes are known from elsewhere. */
function encrypt(key: Buffer, initialVector: Buffer, content: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, initialVector).setAutoPadding(false)
  const missing = (blockBytes - (content.length % blockBytes)) % blockBytes
  return Buffer.concat([cipher.update(content), cipher.update(Buffer.alloc(missing)), cipher.final()])
}

const block = (purpose: keyof typeof purposes) => Buffer.from(purposes[purpose], 'hex')
const vector = (salt: Buffer, of: Buffer) => sha512(salt, of).subarray(0, blockBytes)
const base64 = (bytes: Buffer) => bytes.toString('base64')

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function sha512(...parts: Buffer[]): Buffer {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
