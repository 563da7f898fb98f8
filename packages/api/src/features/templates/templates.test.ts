import { readdir, readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestClient, TestDocument } from '../../testing/test-client.js'
import { builtInTemplates } from './built-in-templates.js'

const listQuery = 'query ($id: ID!) { templates(folderId: $id) { nodes { id name place previewUrl } } }'
const createQuery =
  'mutation ($input: CreateFromTemplateInput!) { createFromTemplate(input: $input) { id title downloadUrl } }'

interface Listed {
  nodes: { id: string; name: string; place: string | null; previewUrl: string | null }[]
}

const list = async (client: TestClient, id: string) => (await client.ask<Listed>(listQuery, { id })).nodes
const create = (client: TestClient, input: object) => client.ask<TestDocument>(createQuery, { input })
const textOf = async (client: TestClient, { downloadUrl, title }: TestDocument) => {
  const bytes = new Uint8Array(await (await client.request(downloadUrl)).arrayBuffer())
  if (title.endsWith('.txt')) return strFromU8(bytes)
  const parts = unzipSync(bytes, { filter: ({ name }) => /document|sheet1|slide1/.test(name) })
  const xml = Object.values(parts).map((part) => strFromU8(part))
  return xml.join(' ').replace(/<[^>]*>/g, ' ')
}

describePortal('templates', ({ newApp }) => {
  it('of the portal make documents that open, each in the language of whoever makes them', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    for (const { id, name } of await list(admin, folder.id)) {
      const document = await create(admin, { folderId: folder.id, title: name, templateId: id })
      expect((await textOf(admin, document)).length, name).toBeGreaterThan(30)
    }
    await admin.ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }', {
      input: { language: 'zh' },
    })
    const chinese = await create(admin, { folderId: folder.id, title: '信', templateId: 'builtin:letter' })
    expect(await textOf(admin, chinese)).toContain('尊敬的')
  })

  it('of a space come first, in all of its folders and nowhere else', async () => {
    const { admin } = await newApp()
    const course = await admin.given.folder('Physics')
    const templates = await admin.given.folder('Templates', course.id)
    const week = await admin.given.folder('Week 1', course.id)
    const elsewhere = await admin.given.folder('Chemistry')
    await admin.upload('Lab report.txt', 'Experiment and result', templates.id)
    const [first] = await list(admin, week.id)
    expect(first).toMatchObject({ name: 'Lab report', place: 'Physics' })
    const document = await create(admin, { folderId: week.id, title: 'My report', templateId: first?.id })
    expect(document.title).toBe('My report.txt')
    expect(await textOf(admin, document)).toBe('Experiment and result')
    expect((await list(admin, elsewhere.id)).every(({ place }) => place === null)).toBe(true)
  })

  it('are refused where nothing may be made, when they do not exist, and when they may not be taken along', async () => {
    const app = await newApp()
    const { admin } = app
    const folder = await admin.given.folder('Course')
    const mine = await app.newPerson('Mei')
    const input = { folderId: folder.id, title: 'Plan', templateId: 'builtin:letter' }
    expect(await mine.askForError(createQuery, { input })).toBe('NOT_FOUND')
    expect(await admin.askForError(createQuery, { input: { ...input, templateId: 'builtin:none' } })).toBe(
      'NOT_FOUND',
    )

    const secret = await admin.given.document('Secret')
    const link = await admin.ask<{ url: string }>(
      'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
      { input: { nodeId: secret.id, role: 'VIEWER', mayDownload: false } },
    )
    await mine.join(link.url.split('/').at(-1) ?? '')
    const space = await mine.ask<{ id: string }>('mutation { createSpace(name: "Mine") { id } }')
    const theft = { folderId: space.id, title: 'Copy', templateId: secret.id }
    expect(await mine.askForError(createQuery, { input: theft })).toBe('DOWNLOAD_FORBIDDEN')
  })
})

describe('the gallery', () => {
  it.each(['en', 'zh'])('has each template in %s, with a preview', async (language) => {
    const files = builtInTemplates.map(({ key, fileType }) => `${key}.${fileType}`).sort()
    expect((await readdir(new URL(`../../../templates/${language}/`, import.meta.url))).sort()).toEqual(files)
    for (const { key } of builtInTemplates) {
      const preview = new URL(`../../../../web/public/templates/${language}/${key}.png`, import.meta.url)
      expect((await readFile(preview)).subarray(1, 4).toString()).toBe('PNG')
    }
  })
})
