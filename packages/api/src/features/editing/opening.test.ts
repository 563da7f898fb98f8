import { CallbackStatus, CommandError, editorConfigSchema } from '@lectern/shared'
import type { CommandReply } from '@lectern/shared'
import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createId } from '../../lib/ids.js'
import { describeDatabases } from '../../testing/databases.js'
import { startEditingFixture } from '../../testing/editing-fixture.js'
import type { EditingFixture } from '../../testing/editing-fixture.js'
import { grantRepository } from '../access/index.js'
import type { Role } from '../access/index.js'

describeDatabases('editing', (open) => {
  let portal: EditingFixture
  beforeEach(async () => {
    portal = await startEditingFixture(open())
  })
  afterEach(() => portal.stop())

  async function invite(documentId: string, role: Role) {
    const actor = await portal.addPerson('Bob')
    const grant = {
      nodeId: documentId,
      userId: actor.userId,
      role,
      shareLinkId: null,
      createdAt: portal.clock.now(),
    }
    await grantRepository.insert(portal.db, grant)
    return actor
  }

  describe('opening a document', () => {
    it('gives a config that the document server accepts, signed in full', async () => {
      const document = await portal.addDocument()
      const { documentServerUrl, config, token } = await portal.openAs(portal.owner, document.id)
      const [, claims = ''] = token.split('.')
      const signed = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
      const { iat, exp, ...signedConfig } = signed
      expect(documentServerUrl).toBe(portal.stub.url)
      expect(editorConfigSchema.parse(signedConfig)).toEqual(config)
      expect(signedConfig).toEqual(JSON.parse(JSON.stringify(config)))
      expect(Number(exp) - Number(iat)).toBe(3600)
      expect(config.document.key).toMatch(new RegExp(`^[0-9a-f]{12}\\.${document.id}\\.1$`))
    })

    it('gives all who open it the same key, also when they do so at the same moment', async () => {
      const document = await portal.addDocument()
      const bob = await invite(document.id, 'editor')
      const configs = await Promise.all([
        portal.openAs(portal.owner, document.id),
        portal.openAs(bob, document.id),
        portal.openAs(portal.owner, document.id),
        portal.openAs(bob, document.id),
      ])
      expect(new Set(configs.map(({ config }) => config.document.key)).size).toBe(1)
    })

    it('gives a viewer view mode, and shows them nothing of the folder around it', async () => {
      const document = await portal.addDocument()
      const { config } = await portal.openAs(await invite(document.id, 'viewer'), document.id)
      expect(config.editorConfig).toMatchObject({ mode: 'view', callbackUrl: expect.any(String) as string })
      expect(config.document.permissions).toMatchObject({ edit: false, comment: false, review: false })
      expect(config.document.info).toMatchObject({ folder: '' })
      expect(config.editorConfig.customization?.goback?.url).toBe('http://portal.example/')
    })

    it('lets a commenter comment and nothing else', async () => {
      const document = await portal.addDocument()
      const { config } = await portal.openAs(await invite(document.id, 'commenter'), document.id)
      expect(config.editorConfig.mode).toBe('edit')
      expect(config.document.permissions).toMatchObject({
        edit: false,
        comment: true,
        review: false,
        fillForms: false,
      })
    })

    it('is refused to somebody who was not invited, as if there were no such document', async () => {
      const document = await portal.addDocument()
      const stranger = await portal.addPerson('Eve')
      await expect(portal.openAs(stranger, document.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(portal.openAs(portal.owner, createId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
  })

  describe('a force save on demand', () => {
    const answerWith = (reply: CommandReply | { status: number }) => {
      portal.stub.answer = () => reply
    }
    const forceSave = (documentId: string) => portal.editing.service.forceSave(portal.owner, documentId)

    it('is asked of the document server, with the key and who asked', async () => {
      const document = await portal.addDocument()
      const { key } = await portal.open(document.id)
      answerWith({ key, error: CommandError.None })
      expect(await forceSave(document.id)).toEqual({ accepted: true, changed: true })
      expect(portal.stub.commands).toMatchObject([{ c: 'forcesave', key, userdata: portal.owner.userId }])
    })

    it.each([CommandError.NoChanges, CommandError.UnknownKey])(
      'says that nothing changed on error %s',
      async (error) => {
        const document = await portal.addDocument()
        await portal.open(document.id)
        answerWith({ error })
        expect(await forceSave(document.id)).toEqual({ accepted: true, changed: false })
      },
    )

    it('has nothing to do for a document that nobody has open', async () => {
      const document = await portal.addDocument()
      expect(await forceSave(document.id)).toEqual({ accepted: true, changed: false })
      expect(portal.stub.commands).toEqual([])
    })

    it.each([
      [{ error: CommandError.Token }, 'DOCUMENT_SERVER_REFUSED'],
      [{ error: CommandError.Internal }, 'DOCUMENT_SERVER_REFUSED'],
      [{ status: 500 }, 'DOCUMENT_SERVER_UNREACHABLE'],
    ])('fails clearly on %o', async (reply, code) => {
      const document = await portal.addDocument()
      await portal.open(document.id)
      answerWith(reply)
      await expect(forceSave(document.id)).rejects.toMatchObject({ code })
    })

    it('says that the document server cannot be reached', async () => {
      const document = await portal.addDocument()
      await portal.open(document.id)
      await portal.stub.stop()
      await expect(forceSave(document.id)).rejects.toMatchObject({ code: 'DOCUMENT_SERVER_UNREACHABLE' })
    })

    it('is refused to somebody who may not edit', async () => {
      const document = await portal.addDocument()
      const viewer = await invite(document.id, 'viewer')
      const saving = portal.editing.service.forceSave(viewer, document.id)
      await expect(saving).rejects.toMatchObject({ code: 'EDIT_FORBIDDEN' })
    })
  })

  describe('restoring a version', () => {
    async function withTwoVersions() {
      const document = await portal.addDocument('first')
      const { key, callbackUrl } = await portal.open(document.id)
      const url = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      await portal.stub.callback(callbackUrl, {
        key,
        status: CallbackStatus.ReadyToSave,
        url,
        filetype: 'txt',
      })
      const [second, first] = await portal.listVersions(document.id)
      return { id: document.id, firstId: first?.id ?? '', secondId: second?.id ?? '' }
    }

    it('makes it the current one as a new version', async () => {
      const { id, firstId } = await withTwoVersions()
      await portal.versions.restore(portal.owner, { documentId: id, versionId: firstId })
      expect(await portal.currentText(id)).toBe('first')
      expect((await portal.listVersions(id))[0]).toMatchObject({
        number: 3,
        cause: 'restore',
        authorId: portal.owner.userId,
      })
    })

    it('changes nothing when it is the current one', async () => {
      const { id, secondId } = await withTwoVersions()
      await portal.versions.restore(portal.owner, { documentId: id, versionId: secondId })
      expect(await portal.listVersions(id)).toHaveLength(2)
    })

    it('is refused for versions of other documents', async () => {
      const { id } = await withTwoVersions()
      const other = await portal.addDocument('other')
      const restoring = portal.versions.restore(portal.owner, {
        documentId: id,
        versionId: other.currentVersionId,
      })
      await expect(restoring).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    it('lets the editor list the versions and look at each, with a signature', async () => {
      const { id } = await withTwoVersions()
      const viewer = await invite(id, 'viewer')
      const { history } = portal.editing
      const list = await history.list(viewer, id)
      expect(list).toMatchObject({
        currentVersion: 2,
        history: [{ version: 1, user: { id: portal.owner.userId, name: 'Ada' } }, { version: 2 }],
      })
      expect(list.history[0]?.created).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
      const { token, ...data } = await history.open(viewer, { documentId: id, number: 2 })
      expect(decodeJwt(token)).toMatchObject(data)
      expect(data).toMatchObject({ version: 2, fileType: 'txt', key: list.history[1]?.key })
      expect(data.previous?.key).toBe(list.history[0]?.key)
      expect(await history.open(viewer, { documentId: id, number: 1 })).not.toHaveProperty('previous')
      const unknown = history.open(viewer, { documentId: id, number: 3 })
      await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' })
      const stranger = await portal.addPerson('Eve')
      await expect(history.list(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    it('is refused to somebody who may not edit', async () => {
      const { id, firstId } = await withTwoVersions()
      const viewer = await invite(id, 'commenter')
      const restoring = portal.versions.restore(viewer, { documentId: id, versionId: firstId })
      await expect(restoring).rejects.toMatchObject({ code: 'EDIT_FORBIDDEN' })
    })
  })
})
