import { describe, expect, it } from 'vitest'
import {
  canCreateIn,
  canDelete,
  canEdit,
  canGive,
  canRead,
  canRename,
  canShare,
  decideRole,
} from './access.policy.js'
import { isAtLeast, roles, type Role } from './role.js'

const nobody = { role: undefined, parentRole: undefined, isCreator: false }
const below = (limit: Role) => roles.filter((role) => !isAtLeast(role, limit))

describe('the role on a node', () => {
  it('is none without a grant', () => {
    expect(decideRole(false, [])).toBeUndefined()
  })

  it('is owner for administrators, whatever is granted', () => {
    expect(decideRole(true, [{ role: 'viewer', distance: 0 }])).toBe('owner')
  })

  it('comes from the folder above', () => {
    expect(decideRole(false, [{ role: 'editor', distance: 3 }])).toBe('editor')
  })

  it('is decided by the nearest grant, also when it allows less', () => {
    const grants = [
      { role: 'editor', distance: 2 },
      { role: 'viewer', distance: 0 },
    ] as const
    expect(decideRole(false, grants)).toBe('viewer')
  })

  it('is the strongest of several grants on the same node', () => {
    const grants = [
      { role: 'viewer', distance: 1 },
      { role: 'commenter', distance: 1 },
    ] as const
    expect(decideRole(false, grants)).toBe('commenter')
  })
})

describe('policies', () => {
  it('let nobody read without a role, and everybody with one', () => {
    expect(canRead(undefined)).toBe(false)
    for (const role of roles) expect(canRead(role)).toBe(true)
  })

  it.each([undefined, ...below('editor')])('refuse editing and creating to %s', (role) => {
    expect(canEdit(role)).toBe(false)
    expect(canCreateIn(role)).toBe(false)
  })

  it.each(['editor', 'owner'] as const)('let %s edit and create', (role) => {
    expect(canEdit(role)).toBe(true)
    expect(canCreateIn(role)).toBe(true)
  })

  it('refuse renaming to strangers, to viewers of the folder, and to who edits one document only', () => {
    expect(canRename(nobody)).toBe(false)
    expect(canRename({ role: 'viewer', parentRole: 'viewer', isCreator: false })).toBe(false)
    expect(canRename({ role: 'editor', parentRole: undefined, isCreator: false })).toBe(false)
    expect(canRename({ role: 'viewer', parentRole: 'editor', isCreator: true })).toBe(false)
  })

  it('let editors of the folder and owners rename', () => {
    expect(canRename({ role: 'editor', parentRole: 'editor', isCreator: false })).toBe(true)
    expect(canRename({ role: 'owner', parentRole: undefined, isCreator: false })).toBe(true)
  })

  it("refuse deleting to strangers, and to editors what is others'", () => {
    expect(canDelete(nobody)).toBe(false)
    expect(canDelete({ role: 'editor', parentRole: 'editor', isCreator: false })).toBe(false)
    expect(canDelete({ role: 'editor', parentRole: 'viewer', isCreator: true })).toBe(false)
  })

  it('let editors delete what they made, and owners all', () => {
    expect(canDelete({ role: 'editor', parentRole: 'editor', isCreator: true })).toBe(true)
    expect(canDelete({ role: 'owner', parentRole: undefined, isCreator: false })).toBe(true)
  })

  it("refuse sharing to strangers, to editors what is others', and to creators who lost the right to edit", () => {
    expect(canShare(nobody)).toBe(false)
    expect(canShare({ role: 'editor', parentRole: 'editor', isCreator: false })).toBe(false)
    expect(canShare({ role: 'viewer', parentRole: 'viewer', isCreator: true })).toBe(false)
  })

  it('let owners share, and editors what they made', () => {
    expect(canShare({ role: 'owner', parentRole: undefined, isCreator: false })).toBe(true)
    expect(canShare({ role: 'editor', parentRole: 'editor', isCreator: true })).toBe(true)
  })

  it('refuse to give away ownership, more than one has, or anything without a role', () => {
    expect(canGive('owner', 'owner')).toBe(false)
    expect(canGive('reviewer', 'editor')).toBe(false)
    expect(canGive(undefined, 'viewer')).toBe(false)
    expect(canGive('editor', 'editor')).toBe(true)
  })
})
