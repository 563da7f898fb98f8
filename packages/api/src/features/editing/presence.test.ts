import { CallbackStatus } from '@lectern/shared'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeDatabases } from '../../testing/databases.js'
import { startEditingFixture } from '../../testing/editing-fixture.js'
import type { EditingFixture } from '../../testing/editing-fixture.js'
import { editingLoaders } from './editing.loaders.js'

describeDatabases('presence', (open) => {
  let portal: EditingFixture
  beforeEach(async () => {
    portal = await startEditingFixture(open())
  })
  afterEach(() => portal.stop())

  const participantsOf = (documentId: string) => editingLoaders.participants(portal.db).load(documentId)

  async function begin() {
    const document = await portal.addDocument()
    const session = await portal.open(document.id)
    const send = (body: object) => portal.stub.callback(session.callbackUrl, { key: session.key, ...body })
    return { id: document.id, key: session.key, send }
  }

  it('follows who joins and who leaves', async () => {
    const document = await begin()
    const [ada, bob] = [portal.owner.userId, (await portal.addPerson('Bob')).userId]
    const editing = { status: CallbackStatus.Editing }
    await document.send({ ...editing, users: [ada], actions: [{ type: 1, userid: ada }] })
    await document.send({ ...editing, users: [ada, bob], actions: [{ type: 1, userid: bob }] })
    expect(await participantsOf(document.id)).toEqual([ada, bob])
    await document.send({ ...editing, users: [bob], actions: [{ type: 0, userid: ada }] })
    expect(await participantsOf(document.id)).toEqual([bob])
    await document.send({ status: CallbackStatus.ClosedUnchanged, actions: [{ type: 0, userid: bob }] })
    expect(await participantsOf(document.id)).toEqual([])
    expect((await portal.open(document.id)).key).toBe(document.key)
  })

  it('ends with the final save', async () => {
    const document = await begin()
    await document.send({ status: CallbackStatus.Editing, users: [portal.owner.userId] })
    const url = portal.stub.addResult(Buffer.from('second'), 'output.txt')
    await document.send({ status: CallbackStatus.ReadyToSave, url, filetype: 'txt' })
    expect(await participantsOf(document.id)).toEqual([])
  })

  it('is taken again when the same person joins again', async () => {
    const document = await begin()
    const joined = { status: CallbackStatus.Editing, users: [portal.owner.userId] }
    await document.send(joined)
    await document.send({ status: CallbackStatus.ClosedUnchanged })
    await document.send(joined)
    expect(await participantsOf(document.id)).toEqual([portal.owner.userId])
  })

  it('still shows who is there when the document was restored under their hands', async () => {
    const document = await begin()
    const url = portal.stub.addResult(Buffer.from('second'), 'output.txt')
    await document.send({ status: CallbackStatus.ForceSaved, url, filetype: 'txt' })
    await document.send({ status: CallbackStatus.Editing, users: [portal.owner.userId] })
    const [, upload] = await portal.listVersions(document.id)
    await portal.versions.restore(portal.owner, { documentId: document.id, versionId: upload?.id ?? '' })
    expect(await participantsOf(document.id)).toEqual([portal.owner.userId])
    await document.send({ status: CallbackStatus.ClosedUnchanged })
    expect(await participantsOf(document.id)).toEqual([])
  })
})
