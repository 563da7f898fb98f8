import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../documents/index.js'
import { finalBody } from './callback-bodies.js'

const users = ['once', 'u1', 'u2'].map((id) => ({ id, name: `User ${id}` }))

/** One change of somebody, and then two people who type at the same time. */
const record: DocumentRecord = {
  ...{ key: 'k1', state: 'open', fileType: 'docx', title: 'a.docx', baseUrl: 'http://a.example', journal: 0 },
  ...{ changed: true, changedSinceSave: true, forceSaved: false, fromForgotten: false, updatedAt: 0 },
  editors: [],
  changes: Array.from({ length: 900 }, (_, index) => ({
    ...{ user: users[index === 0 ? 0 : 1 + (index % 2)]!, startedAt: index * 1_000 },
    ...{ endedAt: index * 1_000, inputs: 1 },
  })),
}

describe('the body of a last save', () => {
  it('fits into the headers of a request, however often two authors took turns', () => {
    const result = {
      url: 'http://a.example/1',
      changesurl: 'http://a.example/2',
      documentSha256: 'f'.repeat(64),
      formsdataurl: undefined,
    }
    const body = finalBody(record, 'u1', result)
    expect(JSON.stringify(body).length).toBeLessThan(8_000)
    const authors = (body.history as { changes: { user: { id: string } }[] }).changes.map(
      ({ user }) => user.id,
    )
    expect(new Set(authors)).toEqual(new Set(['once', 'u1', 'u2']))
    expect(authors.slice(-2)).toEqual(['u1', 'u2'])
  })
})
