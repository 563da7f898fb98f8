import { isAtLeast, roles, strongerRole, type Role } from './role.js'

/** A grant on the way from a node up to the root; distance 0 is the node itself. */
export interface GrantAbove {
  role: Role
  distance: number
}

/** What a role is worth, and whether the file may be taken along. */
export interface Access {
  role: Role
  mayDownload: boolean
}

/** Decides somebody's role on a node: the nearest grant wins, of several equally near the strongest; none without. */
export function decideRole(isAdministrator: boolean, grants: readonly GrantAbove[]): Role | undefined {
  if (isAdministrator) return 'owner'
  const nearest = Math.min(...grants.map(({ distance }) => distance))
  const found = grants.filter(({ distance }) => distance === nearest).map(({ role }) => role)
  return found.length > 0 ? found.reduce(strongerRole) : undefined
}

/** Decides role and download: one of the nearest grants that allows downloading is enough. */
export function decideAccess(
  isAdministrator: boolean,
  grants: readonly (GrantAbove & { mayDownload: boolean })[],
): Access | undefined {
  const role = decideRole(isAdministrator, grants)
  if (!role) return undefined
  const nearest = Math.min(...grants.map(({ distance }) => distance))
  const isAllowed = grants.some(({ distance, mayDownload }) => distance === nearest && mayDownload)
  return { role, mayDownload: isAdministrator || isAllowed }
}

/** A node's role for somebody, and the role on the folder around it. */
export interface NodeRoles {
  role: Role | undefined
  parentRole: Role | undefined
  isCreator: boolean
}

/** Anybody with a role may look. */
export function canRead(role: Role | undefined): boolean {
  return role !== undefined
}

/** Editors and owners change the contents freely. */
export function canEdit(role: Role | undefined): boolean {
  return isAtLeast(role, 'editor')
}

/** Editors of a folder put documents and folders in it. */
export function canCreateIn(folderRole: Role | undefined): boolean {
  return isAtLeast(folderRole, 'editor')
}

/** Name and existence belong to the folder: somebody invited to one document only does not decide on them. */
export function canRename({ role, parentRole }: NodeRoles): boolean {
  return isAtLeast(role, 'owner') || (isAtLeast(role, 'editor') && isAtLeast(parentRole, 'editor'))
}

/** Owners delete; editors of the folder delete what they made themselves. */
export function canDelete({ role, parentRole, isCreator }: NodeRoles): boolean {
  return isAtLeast(role, 'owner') || (isCreator && isAtLeast(parentRole, 'editor'))
}

/** Owners invite; editors invite to what they made themselves. */
export function canShare({ role, isCreator }: NodeRoles): boolean {
  return isAtLeast(role, 'owner') || (isCreator && isAtLeast(role, 'editor'))
}

/** Owners give any role to people and groups; nobody gives away more than they have. */
export function canGrant(role: Role | undefined, given: Role): boolean {
  return roles.includes(given) && isAtLeast(role, given)
}

/** Nobody gives away more than they have, and ownership is not given by link. */
export function canGive(role: Role | undefined, given: Role): boolean {
  return given !== 'owner' && canGrant(role, given)
}
