import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createId } from '../../lib/ids.js'
import { makePagesPdf } from '@lectern/fixtures'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from '../library/index.js'
import { searchRepository } from './search.repository.js'
import { extractText, textOfXml } from './text-extraction.js'
import { toWords } from './words.js'

const searchQuery =
  'query ($input: SearchInput!) { search(input: $input) { nodes { ... on Document { name: title } ... on Folder { name } } } }'

async function find(client: TestClient, text: string, input: object = {}) {
  const found = await client.ask<{ nodes: { name: string }[] }>(searchQuery, { input: { text, ...input } })
  return found.nodes.map(({ name }) => name)
}
const indexAll = (app: TestApp) => app.services.documents.search.indexChanges()

describePortal('the search', ({ newApp }) => {
  it('finds by words of names and contents, whatever their case, and by their beginnings', async () => {
    const app = await newApp()
    await app.admin.given.folder('Budget 2026')
    await app.admin.upload('notes.txt', 'We spoke about the Heating and the budget.')
    await indexAll(app)
    expect(await find(app.admin, 'HEAT')).toEqual(['notes.txt'])
    expect(await find(app.admin, 'budget')).toEqual(['Budget 2026', 'notes.txt'])
    expect(await find(app.admin, 'budget heating')).toEqual(['notes.txt'])
    expect(await find(app.admin, 'nothing of this')).toEqual([])
  })

  it('shows where the contents speak of it, as it is written there, and nothing where only the name does', async () => {
    const app = await newApp()
    await app.admin.upload('minutes.txt', `${'Nothing of it. '.repeat(30)}We pay <b>Heating</b> — and rent.`)
    await app.admin.upload('heating.txt', 'Only the name.')
    await indexAll(app)
    const query = `query ($text: String!) { search(input: { text: $text }) { nodes {
      ... on Document { title excerpt(text: $text) { text isHit } } } } }`
    interface Found {
      title: string
      excerpt: { text: string; isHit: boolean }[] | null
    }
    const found = await app.admin.ask<{ nodes: Found[] }>(query, { text: 'heat' })
    expect(found.nodes.find(({ title }) => title === 'heating.txt')?.excerpt).toBeNull()
    const parts = found.nodes.find(({ title }) => title === 'minutes.txt')?.excerpt ?? []
    expect(parts.filter(({ isHit }) => isHit)).toEqual([{ text: 'Heating', isHit: true }])
    expect(parts.map(({ text }) => text).join('')).toMatch(/^….{30,60}We pay <b>Heating<\/b> — and rent\.$/)
  })

  it('finds words on the pages of PDF files, damaged ones by their names alone', async () => {
    const app = await newApp()
    const pdf = makePagesPdf(['Minutes of the meeting', 'The heating is broken'])
    await app.admin.upload('scan.pdf', new Uint8Array(pdf))
    await app.admin.upload('broken.pdf', '%PDF-1.7 and nothing of a heating')
    await indexAll(app)
    expect(await find(app.admin, 'heating broken')).toEqual(['scan.pdf'])
    expect(await find(app.admin, 'broken')).toEqual(['broken.pdf', 'scan.pdf'])
  })

  it('finds what is protected with a password by its name alone', async () => {
    const app = await newApp()
    const parts = ['EncryptionInfo', 'EncryptedPackage'].map((name) => Buffer.from(name, 'utf16le'))
    const secret = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('heating'), ...parts])
    const { document, error } = await app.admin.upload('secret.docx', new Uint8Array(secret))
    expect(error).toBeUndefined()
    await indexAll(app)
    expect(await find(app.admin, 'secret')).toEqual(['secret.docx'])
    expect(await find(app.admin, 'heating')).toEqual([])
    const other = await app.admin.uploadVersion(
      document?.id ?? '',
      'secret.docx',
      new Uint8Array([...secret, 0]),
    )
    expect(other.error).toBeUndefined()
    const { versions } = await app.admin.ask<{ versions: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { document(id: $id) { versions { nodes { id } } } }',
      { id: document?.id },
    )
    const compare =
      'query ($d: ID!, $a: ID!, $b: ID!) { versionDifference(documentId: $d, fromId: $a, toId: $b) { isIdentical } }'
    const between = { d: document?.id, a: versions.nodes[1]?.id, b: versions.nodes[0]?.id }
    expect(await app.admin.askForError(compare, between)).toBe('FILE_ENCRYPTED')
  })

  it('finds words in Chinese', async () => {
    const app = await newApp()
    await app.admin.upload('会议记录.txt', '我们讨论了暖气的费用和学校的预算。')
    await indexAll(app)
    expect(await find(app.admin, '预算')).toEqual(['会议记录.txt'])
    expect(await find(app.admin, '会议')).toEqual(['会议记录.txt'])
  })

  it('follows renaming, new versions and deletion', async () => {
    const app = await newApp()
    const { document } = await app.admin.upload('old.txt', 'first')
    const { id = '' } = document ?? {}
    await indexAll(app)
    await app.admin.uploadVersion(id, 'x.txt', 'second')
    await app.admin.ask(
      'mutation ($input: RenameNodeInput!) { renameNode(input: $input) { ... on Document { id } } }',
      { input: { id, name: 'fresh' } },
    )
    await indexAll(app)
    expect(await find(app.admin, 'first')).toEqual([])
    expect(await find(app.admin, 'old')).toEqual([])
    expect(await find(app.admin, 'second')).toEqual(['fresh.txt'])
    await app.admin.ask('mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }', {
      input: { ids: [id] },
    })
    expect(await find(app.admin, 'second')).toEqual([])
    await app.admin.ask('mutation { emptyTrash }')
    expect(await find(app.admin, 'second')).toEqual([])
  })

  it('finds in the end what a crash kept from being indexed', async () => {
    const app = await newApp()
    await app.admin.upload('lost.txt', 'ferries')
    await app.admin.upload('kept.txt', 'ferries')
    // What a process did that was killed right after it had taken its work.
    expect((await searchRepository.take(app.db, 50, app.clock.now())).length).toBeGreaterThan(1)
    await indexAll(app)
    expect(await find(app.admin, 'ferries')).toEqual([])
    app.clock.advance(11 * 60_000)
    await indexAll(app)
    expect((await find(app.admin, 'ferries')).toSorted()).toEqual(['kept.txt', 'lost.txt'])
    expect(await app.db('search_in_work').select()).toEqual([])
  })

  it('narrows by type, owner and date', async () => {
    const app = await newApp()
    await app.admin.given.document('Plan')
    await app.admin.given.document('Plan', 'xlsx')
    app.clock.advance(60_000)
    const later = app.clock.now().toISOString()
    await app.admin.upload('plan.txt', 'x')
    await indexAll(app)
    expect(await find(app.admin, 'plan', { documentTypes: ['CELL'] })).toEqual(['Plan.xlsx'])
    expect(await find(app.admin, 'plan', { updatedAfter: later })).toEqual(['plan.txt'])
    expect(await find(app.admin, 'plan', { updatedBefore: later })).toHaveLength(2)
    expect(await find(app.admin, 'plan', { ownerId: createId() })).toEqual([])
  })

  it('shows nobody what they may not read', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Shared plans')
    await app.admin.given.document('Plan of all', 'docx', folder.id)
    await app.admin.given.document('Secret plan')
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'VIEWER'), 'Grace')
    await indexAll(app)
    expect(await find(app.admin, 'plan')).toHaveLength(3)
    expect((await find(guest, 'plan')).sort()).toEqual(['Plan of all.docx', 'Shared plans'])
    expect(await app.newClient().askForError(searchQuery, { input: { text: 'plan' } })).toBe('NOT_SIGNED_IN')
  })

  it('gives page after page of what somebody may read, each once, and counts them', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const open = await app.admin.given.folder('Open')
    for (const name of ['Plan 1', 'Plan 2', 'Plan 3']) await app.admin.given.document(name, 'docx', open.id)
    await app.admin.given.document('Plan that is secret')
    await app.admin.ask('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', {
      input: { nodeId: open.id, role: 'VIEWER', userId: mei.id },
    })
    await indexAll(app)
    const query = `query ($after: String) { search(input: { text: "plan" }, first: 2, after: $after) {
      totalCount nodes { ... on Document { title } } edges { cursor } pageInfo { endCursor hasNextPage } } }`
    interface Page {
      totalCount: number
      nodes: { title: string }[]
      edges: { cursor: string }[]
      pageInfo: { endCursor: string | null; hasNextPage: boolean }
    }
    const first = await mei.ask<Page>(query)
    const second = await mei.ask<Page>(query, { after: first.pageInfo.endCursor })
    const titles = [...first.nodes, ...second.nodes].map(({ title }) => title)
    expect(titles.sort()).toEqual(['Plan 1.docx', 'Plan 2.docx', 'Plan 3.docx'])
    expect([first, second].map(({ totalCount }) => totalCount)).toEqual([3, 3])
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false])
    expect(first.edges.at(-1)?.cursor).toBe(first.pageInfo.endCursor)
    expect(await mei.askForError(query, { after: 'nonsense' })).toBe('BAD_INPUT')
  })

  it('takes signs of the query language for what they are', async () => {
    const app = await newApp()
    await app.admin.upload('notes.txt', 'plain')
    await indexAll(app)
    for (const text of ['plain" OR "x', "plain' | x", 'plain & !', 'plain AND NOT (', 'name:plain *'])
      expect(Array.isArray(await find(app.admin, text))).toBe(true)
    expect(await app.admin.askForError(searchQuery, { input: { text: ' "*" ' } })).toBe('BAD_INPUT')
  })

  it('finds one among hundreds of documents', async () => {
    const app = await newApp()
    const words = ['alpha', 'beta', 'gamma', 'delta']
    const rows = Array.from({ length: 600 }, (_, index) => ({
      id: createId(),
      type: 'folder',
      parent_id: rootFolderId,
      name: `${words[index % 4] ?? ''} report ${index}`,
      name_key: `report ${index}`,
      sort_key: `report ${index}`,
      created_at: app.clock.now(),
      updated_at: app.clock.now(),
    }))
    for (let start = 0; start < rows.length; start += 500)
      await app.db('nodes').insert(rows.slice(start, start + 500))
    await app.db.transaction(async (trx) => {
      const { searchRepository } = await import('./search.repository.js')
      for (const { id, name } of rows)
        await searchRepository.put(trx, { nodeId: id, versionId: null, name: toWords(name), body: '' })
    })
    for (const text of ['report', 'alpha report', '377', 'delt', 'rep 599'])
      expect((await find(app.admin, text)).length).toBeGreaterThan(0)
    expect(await find(app.admin, 'gamma 346')).toEqual(['gamma report 346'])
  })
})

describe('the text of files', () => {
  const textOf = (fileType: string, parts: Record<string, string>) => {
    const bytes = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    )
    return extractText(fileType, bytes.length, () =>
      Promise.resolve([bytes] as unknown as AsyncIterable<Uint8Array>),
    )
  }

  it('is taken from documents, sheets, slides and OpenDocument files', async () => {
    const docx = {
      'word/document.xml': '<w:p><w:t>Hel</w:t><w:t>lo</w:t></w:p><w:p><w:t>A &amp; B</w:t></w:p>',
    }
    expect(toWords(await textOf('docx', docx))).toBe('hello a b')
    const xlsx = {
      'xl/sharedStrings.xml': '<si><t>Rent</t></si><si><t>Heat</t></si>',
      'xl/worksheets/sheet1.xml': '<c><v>1</v></c><c t="inlineStr"><is><t>Own</t></is></c>',
    }
    expect(toWords(await textOf('xlsx', xlsx))).toBe('rent heat own')
    const pptx = { 'ppt/slides/slide1.xml': '<a:p><a:t>Title</a:t></a:p>', 'ppt/theme.xml': '<a:t>no</a:t>' }
    expect(toWords(await textOf('pptx', pptx))).toBe('title')
    expect(toWords(await textOf('odt', { 'content.xml': '<text:p>Open</text:p>' }))).toBe('open')
  })

  it('is none of what is not understood', async () => {
    expect(await textOf('pdf', { 'content.xml': '<text:p>x</text:p>' })).toBe('')
  })

  it('holds no places of pictures, no codes of fields, and nothing twice', () => {
    const picture =
      '<wp:positionH><wp:posOffset>-5715</wp:posOffset></wp:positionH><wp:positionV><wp:align>top</wp:align></wp:positionV>'
    const text =
      '<mc:Choice><w:t>Ship</w:t></mc:Choice><mc:Fallback><w:pict><w:t>Ship</w:t></w:pict></mc:Fallback>'
    const field = '<w:instrText/><w:instrText xml:space="preserve"> PAGE </w:instrText><w:t> and crew</w:t>'
    expect(textOfXml(picture + text + field)).toBe('Ship and crew')
  })

  it('keeps characters that are written as numbers, and drops impossible ones', () => {
    expect(textOfXml('&#20013;&#x6587;&#x7fffffff;&unknown;')).toBe('中文 &unknown;')
  })
})
