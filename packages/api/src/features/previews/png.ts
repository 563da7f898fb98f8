import { open } from 'node:fs/promises'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Tells whether a file begins as a PNG picture does: nothing else is ever sent as one. */
export async function isPng(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(signature.length), 0, signature.length, 0)
    return bytesRead === signature.length && buffer.equals(signature)
  } finally {
    await file.close()
  }
}
