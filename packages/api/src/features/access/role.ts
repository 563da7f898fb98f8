/** What somebody may do with a node, from least to most. */
export const roles = ['viewer', 'form_filler', 'commenter', 'reviewer', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** Tells whether a role allows at least what another allows. */
export function isAtLeast(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(wanted)
}

/** Gives the role of the two that allows more. */
export function strongerRole(left: Role, right: Role): Role {
  return isAtLeast(left, right) ? left : right
}
