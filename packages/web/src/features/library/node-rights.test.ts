import { describe, expect, it } from 'vitest'
import { buildDocument, buildFolder } from '@/testing/builders'
import { nodeRights } from './node-rights'

const nothing = { rename: false, delete: false, move: false, share: false }
const everything = { rename: true, delete: true, move: true, share: true }

describe('the rights on a node', () => {
  it('are all given to its owner', () => {
    const context = { folderRole: undefined, viewerId: 'user-2' }
    expect(nodeRights(buildDocument({ role: 'OWNER' }), context)).toEqual(everything)
    expect(nodeRights(buildFolder({ role: 'OWNER' }), context)).toEqual(everything)
  })

  it.each(['VIEWER', 'COMMENTER', 'REVIEWER', 'FORM_FILLER'] as const)('are not given to a %s', (role) => {
    const context = { folderRole: role, viewerId: 'user-2' }
    expect(nodeRights(buildDocument({ role }), context)).toEqual(nothing)
  })

  it('end with the document for an editor who was invited to it alone', () => {
    const context = { folderRole: 'VIEWER' as const, viewerId: 'user-2' }
    expect(nodeRights(buildDocument({ role: 'EDITOR' }), context)).toEqual(nothing)
  })

  it('let an editor of the folder rename what others made, but not delete or share it', () => {
    const context = { folderRole: 'EDITOR' as const, viewerId: 'user-2' }
    expect(nodeRights(buildDocument({ role: 'EDITOR' }), context)).toEqual({ ...nothing, rename: true })
  })

  it('are all given to an editor of the folder who made the document', () => {
    const context = { folderRole: 'EDITOR' as const, viewerId: 'user-1' }
    expect(nodeRights(buildDocument({ role: 'EDITOR' }), context)).toEqual(everything)
  })
})
