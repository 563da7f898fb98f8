import { registerEnumType } from 'type-graphql'
import type { Role } from './role.js'

/** The roles as GraphQL writes them. */
export const RoleModel = {
  VIEWER: 'viewer',
  COMMENTER: 'commenter',
  REVIEWER: 'reviewer',
  FORM_FILLER: 'form_filler',
  EDITOR: 'editor',
  OWNER: 'owner',
} as const satisfies Record<string, Role>

registerEnumType(RoleModel, {
  name: 'Role',
  description: 'What somebody may do with a document or a folder.',
  valuesConfig: {
    VIEWER: { description: 'Reads and downloads.' },
    COMMENTER: { description: 'Reads and comments.' },
    REVIEWER: { description: 'Edits with all changes tracked.' },
    FORM_FILLER: { description: 'Fills in form fields.' },
    EDITOR: { description: 'Edits; in a folder also creates and uploads.' },
    OWNER: { description: 'Everything, sharing and deleting too.' },
  },
})
