import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'

/** What the thread is told of a file: so many bytes are there, all are there, or nobody asks for it any more. */
export type HashRequest =
  | { kind: 'grown'; file: string; bytes: number }
  | { kind: 'whole'; file: string }
  | { kind: 'forget'; file: string }

/** What the thread says of a file that is whole and on disk. */
export type HashAnswer = { file: string; sha256: string; size: number } | { file: string; error: unknown }

const readBytes = 1_048_576
/** After so many bytes the disk begins to write, so that little is left to wait for at the end. */
const flushBytes = 33_554_432
const files = new Map<string, ReturnType<typeof follow>>()

parentPort?.on('message', (request: HashRequest) => {
  const { file } = request
  const known = files.get(file)
  if (request.kind === 'forget') {
    files.delete(file)
    void known?.close()
    return
  }
  const followed = known ?? follow(file)
  files.set(file, followed)
  if (request.kind === 'grown') {
    followed.grow(request.bytes)
    return
  }
  files.delete(file)
  void followed.end().then(
    (measured) => parentPort?.postMessage({ file, ...measured } satisfies HashAnswer),
    (error: unknown) => parentPort?.postMessage({ file, error } satisfies HashAnswer),
  )
})

/** Reads a file as far as it has grown, once. */
function follow(file: string) {
  const hash = createHash('sha256')
  const opened = open(file, 'r')
  const buffer = Buffer.allocUnsafe(readBytes)
  let size = 0
  let flushedTo = 0
  let reading: Promise<unknown> = opened
  let flushing: Promise<unknown> = opened

  async function readTo(end: number): Promise<void> {
    const handle = await opened
    while (size < end) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(readBytes, end - size), size)
      if (bytesRead === 0) return
      hash.update(buffer.subarray(0, bytesRead))
      size += bytesRead
      if (size - flushedTo >= flushBytes) {
        flushedTo = size
        flushing = chain(flushing, () => handle.datasync())
      }
    }
  }

  const close = async () => {
    await Promise.allSettled([reading, flushing])
    await (await opened).close()
  }
  return {
    grow(bytes: number): void {
      reading = chain(reading, () => readTo(bytes))
    },
    async end() {
      try {
        await reading
        await readTo(Infinity)
        // A failure to write is told once only: to the one that flushed then.
        await flushing
        await (await opened).sync()
        return { sha256: hash.digest('hex'), size }
      } finally {
        await close().catch(() => undefined)
      }
    },
    close: () => close().catch(() => undefined),
  }
}

/** Does one thing after another; what fails is told to whoever waits at the end. */
function chain(before: Promise<unknown>, next: () => Promise<void>): Promise<void> {
  const after = before.then(next)
  after.catch(() => undefined)
  return after
}
