import type { CompoundStorage } from './compound-file.js'

const encryptedStream = 'EncryptedPackage'
const space = 'StrongEncryptionDataSpace'
const transform = 'StrongEncryptionTransform'
const transformId = '{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}'
const transformName = 'Microsoft.Container.EncryptionTransform'

/** What says of a compound file that one of its streams is encrypted ([MS-OFFCRYPTO] 2.1, 2.2). */
export function dataSpaces(): CompoundStorage {
  return {
    name: '\u0006DataSpaces',
    entries: [
      { name: 'Version', bytes: Buffer.concat([text('Microsoft.Container.DataSpaces'), versions()]) },
      { name: 'DataSpaceMap', bytes: spaceMap() },
      {
        name: 'DataSpaceInfo',
        entries: [{ name: space, bytes: Buffer.concat([numbers(8, 1), text(transform)]) }],
      },
      {
        name: 'TransformInfo',
        entries: [{ name: transform, entries: [{ name: '\u0006Primary', bytes: transformInfo() }] }],
      },
    ],
  }
}

function spaceMap(): Buffer {
  const entry = Buffer.concat([numbers(1, 0), text(encryptedStream), text(space)])
  return Buffer.concat([numbers(8, 1, entry.length + 4), entry])
}

function transformInfo(): Buffer {
  const password = 1
  const id = Buffer.concat([numbers(password), text(transformId)])
  // Cipher, block size and mode are said in the encryption info.
  return Buffer.concat([numbers(id.length + 4), id, text(transformName), versions(), numbers(0, 0, 0, 4)])
}

/** Of reader, updater and writer: 1.0. */
function versions(): Buffer {
  return numbers(1, 1, 1)
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

/** A text with its length in front, filled up to a multiple of four bytes. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf16le')
  return Buffer.concat([numbers(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}
