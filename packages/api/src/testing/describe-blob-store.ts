import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BlobStore } from '../storage/blob-store.js'

const limit = { maxBytes: 10_000_000 }

async function* chunksOf(...parts: (string | Uint8Array)[]) {
  for (const part of parts) {
    await Promise.resolve()
    yield Buffer.from(part)
  }
}

async function readAll(store: BlobStore, ...open: Parameters<BlobStore['open']>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(...open)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** What every blob store must do, whatever it keeps its blobs in. */
export function describeBlobStore(name: string, newStore: () => Promise<BlobStore>): void {
  describe(name, () => {
    it('names a blob by the SHA-256 of its bytes and gives the same bytes back', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('Hello, ', 'world'), limit)
      expect(staged.sha256).toBe(createHash('sha256').update('Hello, world').digest('hex'))
      expect(staged.size).toBe(12)
      await staged.commit()
      expect(await readAll(store, staged.sha256)).toBe('Hello, world')
    })

    it('keeps bytes apart from the store until they are committed', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('later'), limit)
      expect(await readFile(staged.path, 'utf8')).toBe('later')
      expect(await store.has(staged.sha256)).toBe(false)
      await staged.commit()
      expect(await store.has(staged.sha256)).toBe(true)
      expect(existsSync(staged.path)).toBe(false)
    })

    it('leaves nothing behind when received bytes are discarded', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('never'), limit)
      await staged.discard()
      expect(existsSync(staged.path)).toBe(false)
      expect(await store.has(staged.sha256)).toBe(false)
    })

    it('keeps a committed blob when it is discarded afterwards', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('kept'), limit)
      await staged.commit()
      await staged.discard()
      expect(await readAll(store, staged.sha256)).toBe('kept')
    })

    it('stores the same bytes twice without complaint', async () => {
      const store = await newStore()
      const [first, second] = [
        await store.stage(chunksOf('twin'), limit),
        await store.stage(chunksOf('twin'), limit),
      ]
      await Promise.all([first.commit(), second.commit()])
      expect(await readAll(store, first.sha256)).toBe('twin')
    })

    it('takes in a file that lies there already, leaves it in its place, and refuses one that is too large', async () => {
      const store = await newStore()
      const directory = await mkdtemp(path.join(tmpdir(), 'lectern-adopted-'))
      try {
        const file = path.join(directory, 'arrived')
        await writeFile(file, 'whole')
        const staged = await store.adopt(file, limit)
        expect([staged.sha256, staged.size]).toEqual([createHash('sha256').update('whole').digest('hex'), 5])
        await staged.commit()
        expect(await readAll(store, staged.sha256)).toBe('whole')
        expect(await readFile(file, 'utf8')).toBe('whole')
        await expect(store.adopt(file, { maxBytes: 4 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
      } finally {
        await rm(directory, { recursive: true })
      }
    })

    it('reads along a large file that grows, and gives its hash whether or not it was told of all of it', async () => {
      const store = await newStore()
      const directory = await mkdtemp(path.join(tmpdir(), 'lectern-growing-'))
      try {
        const file = path.join(directory, 'growing')
        const part = Buffer.alloc(5_000_000, 'grows ')
        await writeFile(file, part)
        store.prepare(file, 5_000_000)
        await appendFile(file, part)
        store.prepare(file, 9_000_000)
        const expected = createHash('sha256').update(part).update(part).digest('hex')
        const told = await store.adopt(file, { maxBytes: 10_000_000 })
        const untold = await store.adopt(file, { maxBytes: 10_000_000 })
        expect([told.sha256, told.size]).toEqual([expected, 10_000_000])
        expect([untold.sha256, untold.size]).toEqual([expected, 10_000_000])
        await told.commit()
        await untold.commit()
      } finally {
        await rm(directory, { recursive: true })
      }
    })

    it('forgets a file that will not come after all, also one that is gone', async () => {
      const store = await newStore()
      const directory = await mkdtemp(path.join(tmpdir(), 'lectern-growing-'))
      const file = path.join(directory, 'growing')
      store.forget(file)
      await writeFile(file, Buffer.alloc(5_000_000, 'one'))
      store.prepare(file, 5_000_000)
      store.forget(file)
      await writeFile(file, Buffer.alloc(5_000_000, 'two'))
      const other = createHash('sha256').update(Buffer.alloc(5_000_000, 'two')).digest('hex')
      expect((await store.adopt(file, { maxBytes: 10_000_000 })).sha256).toBe(other)
      await rm(directory, { recursive: true })
      store.prepare(file, 5_000_000)
      await expect(store.adopt(file, { maxBytes: 10_000_000 })).rejects.toMatchObject({
        code: 'STORAGE_UNAVAILABLE',
      })
    })

    it('reads a range', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('0123456789'), limit)
      await staged.commit()
      expect(await readAll(store, staged.sha256, { start: 2, end: 5 })).toBe('2345')
    })

    it('takes in a long stream', async () => {
      const store = await newStore()
      const part = Buffer.alloc(3_000_000, 'long ')
      const staged = await store.stage(chunksOf(part, part), limit)
      expect(staged.sha256).toBe(createHash('sha256').update(part).update(part).digest('hex'))
      expect(staged.size).toBe(6_000_000)
    })

    it('refuses a stream that exceeds the limit while it comes in', async () => {
      const store = await newStore()
      let sent = 0
      async function* endless() {
        for (;;) {
          await Promise.resolve()
          sent += 1_000
          yield Buffer.alloc(1_000)
        }
      }
      await expect(store.stage(endless(), { maxBytes: 5_000 })).rejects.toMatchObject({
        code: 'FILE_TOO_LARGE',
      })
      expect(sent).toBeLessThan(10_000)
    })

    it('passes on the failure of a stream that breaks off', async () => {
      const store = await newStore()
      async function* broken() {
        yield* chunksOf('half')
        throw new Error('connection lost')
      }
      await expect(store.stage(broken(), limit)).rejects.toThrow('connection lost')
    })

    it('removes a blob that came in before a time, and keeps one that came in after it', async () => {
      const store = await newStore()
      const staged = await store.stage(chunksOf('kept'), limit)
      await staged.commit()
      await store.remove(staged.sha256, { unusedSince: new Date(Date.now() - 60_000) })
      expect(await readAll(store, staged.sha256)).toBe('kept')
      await store.remove(staged.sha256, { unusedSince: new Date(Date.now() + 60_000) })
      expect(await store.has(staged.sha256)).toBe(false)
      await store.remove(staged.sha256, { unusedSince: new Date() })
    })

    it('says plainly that a blob is missing', async () => {
      const store = await newStore()
      await expect(store.open('0'.repeat(64))).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
    })

    it('never reads outside of itself', async () => {
      const store = await newStore()
      await expect(store.open('../../etc/passwd')).rejects.toThrow(TypeError)
    })

    it('is ready to be written to', async () => {
      const store = await newStore()
      await expect(store.check()).resolves.toBeUndefined()
    })
  })
}
