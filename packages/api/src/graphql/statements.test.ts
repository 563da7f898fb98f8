import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'

const listQuery = `query ($id: ID!) {
  folder(id: $id) {
    children(first: 100) {
      nodes {
        ... on Document {
          id
          title
          role
          isFavourite
          owner { name }
          version { number size createdAt }
          participants { name }
        }
      }
    }
  }
}`

interface Listing {
  children: { nodes: { owner: { name: string }; role: string }[] }
}

describePortal('the list of a folder', ({ newApp }) => {
  it('asks the database at most six times for a hundred documents with all that is shown of them', async () => {
    const app = await newApp()
    const member = await app.newPerson('Bo')
    const folder = await app.admin.given.folder('Course')
    const ids: string[] = []
    for (let number = 1; number <= 10; number++)
      ids.push((await app.admin.given.document(`Plan ${number}`, 'docx', folder.id)).id)
    const copy = 'mutation ($input: NodesIntoFolderInput!) { copyNodes(input: $input) { __typename } }'
    for (let round = 1; round < 10; round++)
      await app.admin.ask(copy, { input: { ids, folderId: folder.id } })
    const share = 'mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }'
    await app.admin.ask(share, { input: { nodeId: folder.id, userId: member.id, role: 'EDITOR' } })
    const statements: string[] = []
    const note = ({ sql }: { sql: string }) => statements.push(sql)
    app.db.on('query', note)
    const { children } = await member.ask<Listing>(listQuery, { id: folder.id })
    app.db.removeListener('query', note)
    expect(children.nodes).toHaveLength(100)
    expect(children.nodes[99]).toMatchObject({ role: 'EDITOR', owner: { name: 'Administrator' } })
    // Before the operation it is found out who asks.
    const operation = statements.slice(1)
    expect(operation.length, operation.join('\n')).toBeLessThanOrEqual(6)
  })
})
