import { CallbackStatus, CommandError } from '@lectern/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createId } from '../../lib/ids.js'
import { describeDatabases } from '../../testing/databases.js'
import type { ReceivedCommand } from '../../testing/document-server-stub.js'
import { startEditingFixture } from '../../testing/editing-fixture.js'
import type { EditingFixture } from '../../testing/editing-fixture.js'
import { editingLoaders } from './editing.loaders.js'

const minuteMs = 60_000

describeDatabases('recovery', (open) => {
  let portal: EditingFixture
  beforeEach(async () => {
    portal = await startEditingFixture(open())
  })
  afterEach(() => portal.stop())

  const problemOf = (documentId: string) => editingLoaders.saveProblems(portal.db).load(documentId)
  const participantsOf = (documentId: string) => editingLoaders.participants(portal.db).load(documentId)
  const deletions = () =>
    portal.stub.commands.filter(({ c }) => c === 'deleteForgotten').map(({ key }) => key)

  /** Makes the document server remember files that a portal did not take. */
  function forget(files: Record<string, string>) {
    const links = new Map(
      Object.entries(files).map(([key, text]) => [
        key,
        portal.stub.addResult(Buffer.from(text), 'output.txt'),
      ]),
    )
    portal.stub.answer = ({ c, key = '' }: ReceivedCommand) => {
      const url = links.get(key)
      if (c === 'getForgottenList') return { error: CommandError.None, keys: [...links.keys()] }
      if (!url) return { key, error: CommandError.UnknownKey }
      if (c === 'deleteForgotten') links.delete(key)
      return { key, error: CommandError.None, ...(c === 'getForgotten' ? { url } : {}) }
    }
  }

  describe('of forgotten files', () => {
    it('saves them as recovered versions and lets the document server forget them', async () => {
      const document = await portal.addDocument('first')
      const { key } = await portal.open(document.id)
      forget({ [key]: 'lost and found' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.currentText(document.id)).toBe('lost and found')
      expect((await portal.listVersions(document.id))[0]).toMatchObject({ number: 2, cause: 'recovered' })
      expect(deletions()).toEqual([key])
      expect((await portal.open(document.id)).key).not.toBe(key)
      expect(await problemOf(document.id)).toBeUndefined()
    })

    it('makes one version when the portal ended before the document server forgot', async () => {
      const document = await portal.addDocument('first')
      const { key } = await portal.open(document.id)
      forget({ [key]: 'lost and found' })
      await portal.editing.recovery.collectForgotten()
      forget({ [key]: 'lost and found' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.listVersions(document.id)).toHaveLength(2)
    })

    it('puts them beside a document that went on otherwise', async () => {
      const document = await portal.addDocument('first')
      const { key, callbackUrl } = await portal.open(document.id)
      const url = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      await portal.stub.callback(callbackUrl, {
        key,
        status: CallbackStatus.ForceSaved,
        url,
        filetype: 'txt',
      })
      await portal.versions.restore(portal.owner, {
        documentId: document.id,
        versionId: document.currentVersionId,
      })
      forget({ [key]: 'lost and found' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.currentText(document.id)).toBe('first')
      expect((await portal.listVersions(document.id))[0]).toMatchObject({ number: 4, cause: 'recovered' })
      expect(await problemOf(document.id)).toMatchObject({ code: 'CONFLICT' })
    })

    it('leaves what belongs to another portal on the same document server', async () => {
      const id = createId()
      forget({ [`0123456789ab.${id}.1`]: 'of another portal', nonsense: 'of nobody' })
      await portal.editing.recovery.collectForgotten()
      expect(portal.stub.commands.map(({ c }) => c)).toEqual(['getForgottenList'])
    })

    it('waits while somebody edits exactly these bytes', async () => {
      const document = await portal.addDocument('first')
      const { key, callbackUrl } = await portal.open(document.id)
      const participants = { key, status: CallbackStatus.Editing, users: [portal.owner.userId] }
      await portal.stub.callback(callbackUrl, participants)
      forget({ [key]: 'lost and found' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.listVersions(document.id)).toHaveLength(1)
      expect(deletions()).toEqual([])
    })

    it('keeps unusable ones aside before the document server may forget them', async () => {
      const document = await portal.addDocument('first')
      const { key } = await portal.open(document.id)
      forget({ [key]: 'PK\u0003\u0004 damaged' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.currentText(document.id)).toBe('first')
      expect(await problemOf(document.id)).toMatchObject({ code: 'RESULT_UNUSABLE' })
      expect(deletions()).toEqual([key])
    })

    it('does not let the document server forget what could not be fetched', async () => {
      const document = await portal.addDocument('first')
      const { key } = await portal.open(document.id)
      forget({ [key]: 'lost and found' })
      portal.stub.files.clear()
      await portal.editing.recovery.collectForgotten()
      expect(deletions()).toEqual([])
      expect(await problemOf(document.id)).toBeUndefined()
    })
  })

  describe('of saves that were begun', () => {
    async function beginLostSave() {
      const document = await portal.addDocument('first')
      const { key, callbackUrl } = await portal.open(document.id)
      const url = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      const bytes = portal.stub.files.get(new URL(url).pathname) ?? Buffer.alloc(0)
      portal.stub.files.clear()
      const body = { key, status: CallbackStatus.ReadyToSave, url, filetype: 'txt' }
      expect((await portal.stub.callback(callbackUrl, body)).status).toBe(503)
      return { id: document.id, restore: () => portal.stub.files.set(new URL(url).pathname, bytes) }
    }

    it('ends them once the document server can be reached again', async () => {
      const { id, restore } = await beginLostSave()
      restore()
      portal.clock.advance(minuteMs)
      await portal.editing.recovery.resumeSaves()
      expect(await portal.currentText(id)).toBe('second')
      expect(await portal.listVersions(id)).toHaveLength(2)
    })

    it('leaves them to the document server as long as that tries by itself', async () => {
      const { id, restore } = await beginLostSave()
      restore()
      await portal.editing.recovery.resumeSaves()
      expect(await portal.currentText(id)).toBe('first')
    })

    it('tells people when their links are too old, and goes on asking for the forgotten file', async () => {
      const { id } = await beginLostSave()
      portal.clock.advance(16 * minuteMs)
      await portal.editing.recovery.resumeSaves()
      expect(await problemOf(id)).toMatchObject({ code: 'RESULT_UNREACHABLE' })
      const { key } = await portal.open(id)
      portal.clock.advance(minuteMs)
      forget({ [key]: 'second' })
      await portal.editing.recovery.collectForgotten()
      expect(await portal.currentText(id)).toBe('second')
      expect(await problemOf(id)).toBeUndefined()
    })
  })

  describe('of sessions', () => {
    async function join() {
      const document = await portal.addDocument()
      const { key, callbackUrl } = await portal.open(document.id)
      const ada = portal.owner.userId
      await portal.stub.callback(callbackUrl, { key, status: CallbackStatus.Editing, users: [ada] })
      portal.clock.advance(2 * minuteMs)
      return { id: document.id, key, ada }
    }

    it('clears people out of a session that the document server does not know', async () => {
      const { id } = await join()
      await portal.editing.recovery.reconcileSessions()
      expect(await participantsOf(id)).toEqual([])
    })

    it('takes over who the document server says is there', async () => {
      const { id, key, ada } = await join()
      const bob = (await portal.addPerson('Bob')).userId
      portal.stub.answer = () => ({ key, error: CommandError.None, users: [ada, bob] })
      await portal.editing.recovery.reconcileSessions()
      expect(await participantsOf(id)).toEqual([ada, bob])
    })

    it('believes what it knows when the document server does not answer', async () => {
      const { id, ada } = await join()
      portal.stub.answer = () => ({ status: 500 })
      await expect(portal.editing.recovery.reconcileSessions()).rejects.toThrow()
      expect(await participantsOf(id)).toEqual([ada])
    })
  })
})
