import { beforeEach, describe, expect, it } from 'vitest'
import { createId } from '../../lib/ids.js'
import { describeDatabases } from '../../testing/databases.js'
import { createTestClock } from '../../testing/test-clock.js'
import { createSaveLeases, SaveBusy } from './save-lease.js'

/** A promise that a test fulfils when it wants to. */
function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describeDatabases('saves of one document', (open) => {
  const quick = { durationMs: 1_000, pollMs: 5, patienceMs: 50 }
  let documentId: string
  beforeEach(() => {
    documentId = createId()
  })

  describe('in one process', () => {
    it('run one at a time, in the order in which they came', async () => {
      const leases = createSaveLeases(open(), createTestClock())
      const events: string[] = []
      const gate = createGate()
      const first = leases.run(documentId, async () => {
        events.push('first begins')
        await gate.opened
        events.push('first ends')
      })
      const second = leases.run(documentId, async () => events.push('second'))
      gate.open()
      await Promise.all([first, second])
      expect(events).toEqual(['first begins', 'first ends', 'second'])
    })

    it('go on after one that failed', async () => {
      const leases = createSaveLeases(open(), createTestClock())
      const failing = leases.run(documentId, () => Promise.reject(new Error('no')))
      const next = leases.run(documentId, async () => 'done')
      await expect(failing).rejects.toThrow('no')
      expect(await next).toBe('done')
    })

    it('do not wait for those of another document', async () => {
      const leases = createSaveLeases(open(), createTestClock())
      const gate = createGate()
      const first = leases.run(documentId, () => gate.opened)
      expect(await leases.run(createId(), async () => 'done')).toBe('done')
      gate.open()
      await first
    })
  })

  describe('in two processes', () => {
    it('run one at a time', async () => {
      const clock = createTestClock()
      const [one, other] = [createSaveLeases(open(), clock), createSaveLeases(open(), clock, { pollMs: 5 })]
      const begun = createGate()
      const gate = createGate()
      const events: string[] = []
      const first = one.run(documentId, async () => {
        begun.open()
        await gate.opened
        events.push('one')
      })
      await begun.opened
      const second = other.run(documentId, async () => events.push('other'))
      gate.open()
      await Promise.all([first, second])
      expect(events).toEqual(['one', 'other'])
    })

    it('tell the document server to try again when the other one takes too long', async () => {
      const clock = createTestClock()
      const [one, other] = [createSaveLeases(open(), clock), createSaveLeases(open(), clock, quick)]
      const begun = createGate()
      const gate = createGate()
      const first = one.run(documentId, () => {
        begun.open()
        return gate.opened
      })
      await begun.opened
      await expect(other.run(documentId, async () => 'done')).rejects.toThrow(SaveBusy)
      gate.open()
      await first
    })

    it('do not wait long for one that died', async () => {
      const clock = createTestClock()
      const expiresAt = new Date(clock.now().getTime() + quick.durationMs)
      await open()('save_leases').insert({
        document_id: documentId,
        owner: 'a dead process',
        expires_at: expiresAt,
      })
      const leases = createSaveLeases(open(), clock, quick)
      await expect(leases.run(documentId, async () => 'done')).rejects.toThrow(SaveBusy)
      clock.advance(quick.durationMs + 1)
      expect(await leases.run(documentId, async () => 'done')).toBe('done')
    })
  })
})
