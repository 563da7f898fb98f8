import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { docxWith } from '../../testing/office-files.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

interface VersionAnswer {
  id: string
  number: number
  name: string | null
  isPinned: boolean
}

const dayMs = 24 * 60 * 60_000
const versionsQuery =
  'query ($id: ID!) { document(id: $id) { versions { nodes { id number name isPinned } } } }'
const markQuery = 'mutation ($input: MarkVersionInput!) { markVersion(input: $input) { id name isPinned } }'
const deleteQuery = 'mutation ($input: DeleteVersionInput!) { deleteVersion(input: $input) { id } }'
const differenceQuery = `query ($documentId: ID!, $fromId: ID!, $toId: ID!) {
  versionDifference(documentId: $documentId, fromId: $fromId, toId: $toId) {
    isIdentical
    from { number }
    parts { kind state rows { kind after { text isChanged } } }
  }
}`

async function listVersions(client: TestClient, id: string) {
  return (await client.ask<{ versions: { nodes: VersionAnswer[] } }>(versionsQuery, { id })).versions.nodes
}

/** A document with versions 1 to `count`, one made each day. */
async function givenVersions(app: TestApp, count: number) {
  const { document } = await app.admin.upload('plan.docx', docxWith('Version 1'))
  const { id = '' } = document ?? {}
  for (let number = 2; number <= count; number++) {
    app.clock.advance(dayMs)
    await app.admin.uploadVersion(id, 'plan.docx', docxWith(`Version ${number}`))
  }
  return { id, versions: (await listVersions(app.admin, id)).reverse() }
}

const numbers = async (app: TestApp, id: string) =>
  (await listVersions(app.admin, id)).map(({ number }) => number)

describePortal('versions', ({ newApp }) => {
  it('are named and pinned by editors, and keep what is not mentioned', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 1)
    const input = { documentId: id, versionId: versions[0]?.id }
    expect(
      await app.admin.ask(markQuery, { input: { ...input, name: ' Sent  to the board ' } }),
    ).toMatchObject({ name: 'Sent to the board', isPinned: false })
    await app.admin.ask(markQuery, { input: { ...input, isPinned: true } })
    expect(await listVersions(app.admin, id)).toMatchObject([{ name: 'Sent to the board', isPinned: true }])
    await app.admin.ask(markQuery, { input: { ...input, name: '' } })
    expect(await listVersions(app.admin, id)).toMatchObject([{ name: null, isPinned: true }])
    expect(await app.admin.askForError(markQuery, { input: { ...input, name: 'x'.repeat(201) } })).toBe(
      'NAME_INVALID',
    )
  })

  it('are left alone by those who may only look, and by documents they do not belong to', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 1)
    const other = await app.admin.given.document('Other')
    const viewer = app.newClient()
    await viewer.join(await app.admin.given.linkToken(id, 'VIEWER'), 'Vera')
    const versionId = versions[0]?.id
    const mark = (documentId: string) => ({ input: { documentId, versionId, isPinned: true } })
    expect(await viewer.askForError(markQuery, mark(id))).toBe('EDIT_FORBIDDEN')
    expect(await app.admin.askForError(markQuery, mark(other.id))).toBe('NOT_FOUND')
  })

  it('are deleted by hand by owners, but not while they are needed', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 4)
    const target = (number: number) => ({ input: { documentId: id, versionId: versions[number - 1]?.id } })
    const editor = app.newClient()
    await editor.join(await app.admin.given.linkToken(id, 'EDITOR'), 'Ed')
    expect(await editor.askForError(deleteQuery, target(1))).toBe('FORBIDDEN')
    const pin = (isPinned: boolean) => app.admin.ask(markQuery, { input: { ...target(1).input, isPinned } })
    await pin(true)
    for (const number of [1, 4])
      expect(await app.admin.askForError(deleteQuery, target(number))).toBe('VERSION_NEEDED')
    await pin(false)
    await app.admin.ask(deleteQuery, target(1))
    expect(await app.admin.askForError(deleteQuery, target(1))).toBe('NOT_FOUND')
    // The newest is not the current one when an editor was closed beside another change.
    await app.db('documents').where({ node_id: id }).update({ current_version_id: versions[2]?.id })
    expect(await app.admin.askForError(deleteQuery, target(4))).toBe('VERSION_NEEDED')
    await app.admin.ask('query ($id: ID!) { editorConfig(documentId: $id) { token } }', { id })
    await app.db('documents').where({ node_id: id }).update({ current_version_id: versions[3]?.id })
    expect(await app.admin.askForError(deleteQuery, target(3))).toBe('VERSION_NEEDED')
    await app.admin.ask(deleteQuery, target(2))
    expect(await numbers(app, id)).toEqual([4, 3])
  })

  it('are all kept without a rule', async () => {
    const app = await newApp()
    const { id } = await givenVersions(app, 3)
    app.clock.advance(10_000 * dayMs)
    await app.services.documents.retention.clean()
    expect(await numbers(app, id)).toEqual([3, 2, 1])
  })

  it('go by rule, but not the newest, the current, named, pinned ones', async () => {
    const app = await newApp({ environment: { VERSIONS_KEEP: '2' } })
    const { id, versions } = await givenVersions(app, 6)
    const mark = (number: number, marks: object) =>
      app.admin.ask(markQuery, { input: { documentId: id, versionId: versions[number - 1]?.id, ...marks } })
    await mark(1, { name: 'First draft' })
    await mark(3, { isPinned: true })
    await app.services.documents.retention.clean()
    expect(await numbers(app, id)).toEqual([6, 5, 3, 1])
  })

  it('go by age only when they are not among the newest either', async () => {
    const app = await newApp({ environment: { VERSIONS_KEEP: '2', VERSIONS_KEEP_DAYS: '3' } })
    const { id } = await givenVersions(app, 6)
    await app.services.documents.retention.clean()
    expect(await numbers(app, id)).toEqual([6, 5, 4, 3])
    app.clock.advance(10 * dayMs)
    await app.services.documents.retention.clean()
    expect(await numbers(app, id)).toEqual([6, 5])
  })

  it('stay while an editor builds on them, and document keys are never given twice', async () => {
    const app = await newApp({ environment: { VERSIONS_KEEP: '1' } })
    const { id } = await givenVersions(app, 1)
    const keyQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
    const keyOf = async () => {
      const { config } = await app.admin.ask<{ config: { document: { key: string } } }>(keyQuery, { id })
      return config.document.key
    }
    const keys = [await keyOf()]
    await app.admin.uploadVersion(id, 'plan.docx', docxWith('Version 2'))
    await app.services.documents.retention.clean()
    expect(await numbers(app, id)).toEqual([2, 1])
    keys.push(await keyOf())
    await app.admin.uploadVersion(id, 'plan.docx', docxWith('Version 3'))
    await app.services.documents.retention.clean()
    keys.push(await keyOf())
    expect(await numbers(app, id)).toEqual([3, 2])
    expect(new Set(keys).size).toBe(3)
  })

  it('open in the editor for looking only, each under a key of its own', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 2)
    const query =
      'query ($id: ID!, $versionId: ID) { editorConfig(documentId: $id, versionId: $versionId) { config } }'
    const open = (client: TestClient, versionId?: string) =>
      client.ask<{ config: { document: { key: string; permissions: object }; editorConfig: object } }>(
        query,
        {
          id,
          versionId,
        },
      )
    const { config } = await open(app.admin, versions[0]?.id)
    expect(config.editorConfig).toMatchObject({ mode: 'view' })
    expect(config.editorConfig).not.toHaveProperty('callbackUrl')
    expect(config.document.permissions).toMatchObject({ edit: false, review: false, comment: false })
    const current = await open(app.admin)
    expect(current.config.document.key).not.toBe(config.document.key)
    const other = await app.admin.given.document('Other')
    const wrong = { id: other.id, versionId: versions[0]?.id }
    expect(await app.admin.askForError(query, wrong)).toBe('NOT_FOUND')
  })

  it('are compared with each other', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 2)
    const [first, second] = versions
    const ids = { documentId: id, fromId: first?.id, toId: second?.id }
    expect(await app.admin.ask(differenceQuery, ids)).toEqual({
      isIdentical: false,
      from: { number: 1 },
      parts: [
        {
          kind: 'BODY',
          state: 'CHANGED',
          rows: [
            {
              kind: 'CHANGED',
              after: [
                { text: 'Version ', isChanged: false },
                { text: '2', isChanged: true },
              ],
            },
          ],
        },
      ],
    })
    const same = await app.admin.ask(differenceQuery, { ...ids, toId: first?.id })
    expect(same).toMatchObject({ isIdentical: true, parts: [] })
  })

  it('are not compared for strangers, nor for those who may not take the text along', async () => {
    const app = await newApp()
    const { id, versions } = await givenVersions(app, 1)
    const ids = { documentId: id, fromId: versions[0]?.id, toId: versions[0]?.id }
    const link = await app.admin.ask<{ url: string }>(
      'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
      { input: { nodeId: id, role: 'VIEWER', mayDownload: false } },
    )
    const viewer = app.newClient()
    expect(await viewer.askForError(differenceQuery, ids)).toBe('NOT_SIGNED_IN')
    await viewer.join(link.url.split('/').at(-1) ?? '', 'Vera')
    expect(await viewer.askForError(differenceQuery, ids)).toBe('DOWNLOAD_FORBIDDEN')
  })

  it('of types without readable text say so', async () => {
    const app = await newApp()
    const { document } = await app.admin.upload('letter.rtf', '{\\rtf1 hello}')
    const { id = '' } = document ?? {}
    const [version] = await listVersions(app.admin, id)
    const ids = { documentId: id, fromId: version?.id, toId: version?.id }
    expect(await app.admin.askForError(differenceQuery, ids)).toBe('DIFFERENCE_UNKNOWN')
  })
})
