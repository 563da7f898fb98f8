import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'
import type { TestClient } from '../testing/test-client.js'

const query = `query ($id: ID!, $first: Int) {
  document(id: $id) { id title role folder { name } }
  folder { children(first: $first) { nodes { __typename ... on Folder { name } ... on Document { title } } } }
}`
const headers = { 'content-type': 'application/json' }

/** The same question again and again: the first answers are Apollo's, the others those of the compiled query. */
async function askOften(client: TestClient, variables: object) {
  const answers = []
  for (let time = 0; time < 4; time++) {
    const body = JSON.stringify({ query, variables })
    const response = await client.request('/graphql', { method: 'POST', headers, body })
    const { 'keep-alive': _, date: __, ...told } = Object.fromEntries(response.headers)
    answers.push({ status: response.status, headers: told, text: await response.text() })
  }
  return answers
}

describePortal('queries that are asked again', ({ newApp }) => {
  it('are answered as they were the first time, to the letter', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Plan')
    await admin.given.folder('Course')
    const [first, ...others] = await askOften(admin, { id, first: 10 })
    expect(first?.text).toContain('"title":"Plan.docx"')
    for (const other of others) expect(other).toEqual(first)
  })

  it('are refused as they were the first time: what is missing, wrong or too much', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document()
    await askOften(admin, { id, first: 10 })
    const missing = '00000000-0000-7000-8000-00000000ffff'
    expect(await admin.askForError(query, { id: missing })).toBe('NOT_FOUND')
    expect(await admin.askForError(query, {})).toBe('BAD_USER_INPUT')
    expect(await admin.askForError(query, { id, first: 'many' })).toBe('BAD_USER_INPUT')
    expect(await admin.askForError(query, { id, first: 50_000 })).toBe('QUERY_TOO_COMPLEX')
  })

  it('tell everybody only what is theirs, and nothing to who has signed out', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document('Plan')
    await askOften(app.admin, { id })
    const member = await app.newPerson('Cy')
    expect(await member.askForError(query, { id })).toBe('NOT_FOUND')
    expect(await app.newClient().askForError(query, { id })).toBe('NOT_SIGNED_IN')
    const other = await app.newPerson('Dee', 'ADMINISTRATOR')
    await askOften(other, { id })
    await other.ask('mutation { signOut }')
    expect(await other.askForError(query, { id })).toBe('NOT_SIGNED_IN')
  })

  it('show what changed a moment ago', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Plan')
    await askOften(admin, { id })
    await admin.ask('mutation ($input: RenameNodeInput!) { renameNode(input: $input) { __typename } }', {
      input: { id, name: 'Report' },
    })
    expect(await admin.ask(query, { id })).toMatchObject({ title: 'Report.docx' })
  })
})
