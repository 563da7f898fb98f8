import { CallbackStatus } from '@lectern/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeDatabases } from '../../testing/databases.js'
import { startEditingFixture } from '../../testing/editing-fixture.js'
import type { EditingFixture } from '../../testing/editing-fixture.js'
import { editingLoaders } from './editing.loaders.js'

describeDatabases('saving', (open) => {
  let portal: EditingFixture
  beforeEach(async () => {
    portal = await startEditingFixture(open())
  })
  afterEach(() => portal.stop())

  const problemOf = (documentId: string) => editingLoaders.saveProblems(portal.db).load(documentId)

  async function begin(text = 'first') {
    const document = await portal.addDocument(text)
    const session = await portal.open(document.id)
    const result = (status: CallbackStatus, link: string) => ({
      key: session.key,
      status,
      url: link,
      filetype: 'txt',
      users: [portal.owner.userId],
    })
    const send = (body: object) => portal.stub.callback(session.callbackUrl, { key: session.key, ...body })
    const save = (status: CallbackStatus, contents: string) =>
      send(result(status, portal.stub.addResult(Buffer.from(contents), 'output.txt')))
    return { id: document.id, ...session, result, send, save }
  }

  describe('a final save', () => {
    it('becomes the current version, with its author and cause', async () => {
      const document = await begin()
      expect(await document.save(CallbackStatus.ReadyToSave, 'second')).toEqual({
        status: 200,
        body: { error: 0 },
      })
      expect(await portal.currentText(document.id)).toBe('second')
      const [newest] = await portal.listVersions(document.id)
      expect(newest).toMatchObject({ number: 2, cause: 'edit', authorId: portal.owner.userId })
    })

    it('renews the document key', async () => {
      const document = await begin()
      await document.save(CallbackStatus.ReadyToSave, 'second')
      expect((await portal.open(document.id)).key).not.toBe(document.key)
    })

    it('makes one version when the callback is sent twice with links signed anew', async () => {
      const document = await begin()
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      const first = await document.send(document.result(CallbackStatus.ReadyToSave, link))
      const again = await document.send(
        document.result(CallbackStatus.ReadyToSave, link.replace('md5=signature', 'md5=another')),
      )
      expect([first.body, again.body]).toEqual([{ error: 0 }, { error: 0 }])
      expect(await portal.listVersions(document.id)).toHaveLength(2)
    })

    it('makes one version when the same callback arrives many times at once', async () => {
      const document = await begin()
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      const body = document.result(CallbackStatus.ReadyToSave, link)
      const answers = await Promise.all(Array.from({ length: 5 }, () => document.send(body)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      expect(await portal.listVersions(document.id)).toHaveLength(2)
    })

    it('makes no new version of identical bytes', async () => {
      const document = await begin('same')
      expect((await document.save(CallbackStatus.ReadyToSave, 'same')).body).toEqual({ error: 0 })
      expect(await portal.listVersions(document.id)).toHaveLength(1)
    })

    it('keeps the list of changes and the history with the version', async () => {
      const document = await begin()
      const changes = portal.stub.addResult(Buffer.from('a zip'), 'changes.zip')
      const result = document.result(
        CallbackStatus.ReadyToSave,
        portal.stub.addResult(Buffer.from('second'), 'output.txt'),
      )
      await document.send({
        ...result,
        changesurl: changes,
        history: { serverVersion: '9.3.0', changes: [] },
      })
      const [newest] = await portal.listVersions(document.id)
      expect(newest?.changesSha256).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.parse(newest?.history ?? '')).toEqual({ serverVersion: '9.3.0', changes: [] })
    })

    it('counts although the list of changes cannot be fetched', async () => {
      const document = await begin()
      const result = document.result(
        CallbackStatus.ReadyToSave,
        portal.stub.addResult(Buffer.from('second'), 'output.txt'),
      )
      const answer = await document.send({ ...result, changesurl: `${portal.stub.url}/gone.zip` })
      expect(answer.body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('second')
    })

    it('is stored although the document was deleted meanwhile', async () => {
      const document = await begin()
      await portal.trash.delete(portal.owner, { ids: [document.id], evenIfEdited: true })
      expect((await document.save(CallbackStatus.ReadyToSave, 'second')).body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('second')
    })

    it('has no author when the document server names somebody whom the portal does not know', async () => {
      const document = await begin()
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      await document.send({
        ...document.result(CallbackStatus.ReadyToSave, link),
        users: ['uid-1795299456191'],
      })
      expect((await portal.listVersions(document.id))[0]).toMatchObject({ number: 2, authorId: null })
    })

    it('lets a plain text be emptied', async () => {
      const document = await begin()
      expect((await document.save(CallbackStatus.ReadyToSave, '')).body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('')
    })
  })

  describe('a force save', () => {
    it('becomes a version and leaves the document key', async () => {
      const document = await begin()
      await document.save(CallbackStatus.ForceSaved, 'second')
      await document.save(CallbackStatus.ForceSaved, 'third')
      expect((await portal.open(document.id)).key).toBe(document.key)
      expect((await portal.listVersions(document.id)).map(({ cause }) => cause)).toEqual([
        'force_save',
        'force_save',
        'upload',
      ])
      expect(await portal.currentText(document.id)).toBe('third')
    })

    it('is followed by a final save without a further version when nothing changed in between', async () => {
      const document = await begin()
      await document.save(CallbackStatus.ForceSaved, 'second')
      await document.save(CallbackStatus.ReadyToSave, 'second')
      expect(await portal.listVersions(document.id)).toHaveLength(2)
      expect((await portal.open(document.id)).key).not.toBe(document.key)
    })

    it('that is repeated late does not come back over a newer one', async () => {
      const document = await begin()
      const early = document.result(
        CallbackStatus.ForceSaved,
        portal.stub.addResult(Buffer.from('second'), 'output.txt'),
      )
      await document.send(early)
      await document.save(CallbackStatus.ForceSaved, 'third')
      expect((await document.send(early)).body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('third')
      expect(await portal.listVersions(document.id)).toHaveLength(3)
    })
  })

  describe('a document that was changed otherwise while it was open', () => {
    it('keeps both: the save stands beside the current version as a conflict', async () => {
      const document = await begin('first')
      await document.save(CallbackStatus.ForceSaved, 'second')
      const [, upload] = await portal.listVersions(document.id)
      await portal.versions.restore(portal.owner, { documentId: document.id, versionId: upload?.id ?? '' })
      expect((await document.save(CallbackStatus.ReadyToSave, 'typed meanwhile')).body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('first')
      const [newest] = await portal.listVersions(document.id)
      expect(newest).toMatchObject({ number: 4, cause: 'conflict' })
      expect(await problemOf(document.id)).toMatchObject({ code: 'CONFLICT' })
      const told = await portal.db('notifications').where({ node_id: document.id })
      expect(told).toMatchObject([{ user_id: portal.owner.userId, kind: 'conflict', detail: 'CONFLICT' }])
    })

    it('gives people who open it then a key of their own', async () => {
      const document = await begin('first')
      await document.save(CallbackStatus.ForceSaved, 'second')
      const [, upload] = await portal.listVersions(document.id)
      await portal.versions.restore(portal.owner, { documentId: document.id, versionId: upload?.id ?? '' })
      const reopened = await portal.open(document.id)
      expect(reopened.key).not.toBe(document.key)
      await document.save(CallbackStatus.ReadyToSave, 'of the old session')
      expect((await portal.open(document.id)).key).toBe(reopened.key)
    })
  })

  describe('a fault that may pass', () => {
    it('is answered with 503, and the repetition is saved', async () => {
      const document = await begin()
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      const { pathname } = new URL(link)
      const bytes = portal.stub.files.get(pathname) ?? Buffer.alloc(0)
      portal.stub.files.delete(pathname)
      const body = document.result(CallbackStatus.ReadyToSave, link)
      expect((await document.send(body)).status).toBe(503)
      expect((await portal.open(document.id)).key).toBe(document.key)
      portal.stub.files.set(pathname, bytes)
      expect(await document.send(body)).toEqual({ status: 200, body: { error: 0 } })
      expect(await portal.currentText(document.id)).toBe('second')
    })

    it('is also a storage that cannot be written', async () => {
      const document = await begin()
      const { blobs } = portal
      const stage = blobs.stage
      blobs.stage = () => Promise.reject(new Error('the disk went away'))
      expect((await document.save(CallbackStatus.ReadyToSave, 'second')).status).toBe(503)
      blobs.stage = stage
      await portal.editing.recovery.resumeSaves(0)
      expect(await portal.currentText(document.id)).toBe('second')
    })
  })

  describe('a fault that stays', () => {
    it('is a file of another type: refused, kept aside, and told', async () => {
      const document = await begin()
      const link = portal.stub.addResult(Buffer.from('a page'), 'output.html')
      const answer = await document.send({
        ...document.result(CallbackStatus.ReadyToSave, link),
        filetype: 'html',
      })
      expect(answer).toEqual({ status: 200, body: { error: 1 } })
      expect(await portal.listVersions(document.id)).toHaveLength(1)
      expect(await problemOf(document.id)).toMatchObject({ code: 'RESULT_UNUSABLE' })
      const ledger = portal.db<{ aside_sha256: string | null }>('save_ledger')
      const kept = await ledger.whereNotNull('aside_sha256').first('aside_sha256')
      expect(await portal.blobs.has(kept?.aside_sha256 ?? '')).toBe(true)
      expect((await portal.open(document.id)).key).toBe(document.key)
    })

    it('is a file that is not what it claims to be', async () => {
      const document = await begin()
      expect((await document.save(CallbackStatus.ReadyToSave, 'PK\u0003\u0004 not a text')).body).toEqual({
        error: 1,
      })
      expect(await portal.currentText(document.id)).toBe('first')
    })

    it('is a file above the limit', async () => {
      const document = await begin()
      expect((await document.save(CallbackStatus.ReadyToSave, 'x'.repeat(1_000_001))).body).toEqual({
        error: 1,
      })
      expect(await problemOf(document.id)).toMatchObject({ code: 'RESULT_TOO_LARGE' })
    })

    it('is a save without a file', async () => {
      const document = await begin()
      expect((await document.send({ status: CallbackStatus.ReadyToSave })).body).toEqual({ error: 1 })
    })

    it('is forgotten once a later save is good', async () => {
      const document = await begin()
      await document.save(CallbackStatus.ForceSaved, 'PK\u0003\u0004 damaged')
      portal.clock.advance(1000)
      await document.save(CallbackStatus.ForceSaved, 'good')
      expect(await problemOf(document.id)).toBeUndefined()
    })
  })

  describe('a failure that the document server reports', () => {
    it('is told, and what it has of the file is kept aside, never over a good version', async () => {
      const document = await begin()
      expect((await document.save(CallbackStatus.SaveFailed, 'half a file')).body).toEqual({ error: 0 })
      expect(await portal.currentText(document.id)).toBe('first')
      expect(await problemOf(document.id)).toMatchObject({ code: 'EDITOR_COULD_NOT_SAVE' })
    })

    it('while people edit leaves the session and tells them', async () => {
      const document = await begin()
      await document.send({
        status: CallbackStatus.ForceSaveFailed,
        users: [portal.owner.userId],
        forcesavetype: 0,
      })
      expect(await problemOf(document.id)).toMatchObject({ code: 'FORCE_SAVE_FAILED' })
      expect((await portal.open(document.id)).key).toBe(document.key)
    })
  })
})
