import type { Knex } from 'knex'
import { isUniqueViolation } from '../../db/database.js'
import { toPageOf, type Connection, type PageArgs } from '../../graphql/connection.js'
import type { Clock } from '../../lib/clock.js'
import { createId, isId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { recordActivity } from '../activity/index.js'
import { canRead, findRole, grantRepository, listRoles, type Role } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { nodeRepository, rootFolderId, type Folder } from '../library/index.js'

/** What students may be; who may change things is a teacher. */
const studentRoles: readonly Role[] = ['viewer', 'commenter', 'form_filler']

export interface CreateSpace {
  name: string
  /** Of a course: what its students may do. */
  studentRole?: Role | null
}

export interface SpacesServiceOptions {
  db: Knex
  clock: Clock
}

export type SpacesService = ReturnType<typeof createSpacesService>

/** Spaces: folders at the root that have members, such as a course or a team. */
export function createSpacesService({ db, clock }: SpacesServiceOptions) {
  return {
    /** The spaces in which somebody has a role, by name. */
    async list(actor: Actor, page: PageArgs): Promise<Connection<Folder>> {
      const rows = await db<{ node_id: string }>('spaces').select('node_id')
      const ids = rows.map(({ node_id }) => node_id)
      const roles = await listRoles(db, actor, ids)
      const nodes = await nodeRepository.listByIds(db, [...roles.keys()])
      const spaces = nodes.filter((node) => node.type === 'folder')
      spaces.sort((one, other) => one.name.localeCompare(other.name, actor.language))
      return toPageOf(spaces, page)
    },

    /** The role of students in a course that somebody may see. */
    async findStudentRole(actor: Actor, nodeId: string): Promise<Role | null> {
      if (!isId(nodeId) || !canRead(await findRole(db, actor, nodeId))) return null
      const row = await db<{ node_id: string; student_role: Role | null }>('spaces')
        .where({ node_id: nodeId })
        .first('student_role')
      return row?.student_role ?? null
    },

    /** Makes a space that belongs to whoever makes it. */
    async create(actor: Actor, { name, studentRole = null }: CreateSpace): Promise<Folder> {
      if (actor.isGuest)
        throw new PortalError('FORBIDDEN', 'Guests cannot make spaces. Ask a member or an administrator.')
      if (studentRole !== null && !studentRoles.includes(studentRole))
        throw new PortalError('BAD_INPUT', 'Students are VIEWER, COMMENTER or FORM_FILLER.', {
          details: { field: 'studentRole' },
        })
      const createdAt = clock.now()
      const dates = { createdAt, updatedAt: createdAt }
      const values = {
        id: createId(),
        name: cleanName(name),
        parentId: rootFolderId,
        createdById: actor.userId,
      }
      const folder: Folder = { type: 'folder', ...values, ...dates }
      const right = { role: 'owner', subject: { type: 'user', id: actor.userId } } as const
      await refuseTaken(folder.name, () =>
        db.transaction(async (trx) => {
          await nodeRepository.insertFolder(trx, folder)
          await trx('spaces').insert({ node_id: folder.id, student_role: studentRole, created_at: createdAt })
          await grantRepository.set(trx, { nodeId: folder.id, ...right, createdAt })
          const deed = { actorId: actor.userId, nodeId: folder.id, at: createdAt }
          await recordActivity(trx, { ...deed, action: 'created' })
        }),
      )
      return folder
    },
  }
}

async function refuseTaken(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw new PortalError('NAME_TAKEN', `The library already has "${name}". Choose another name.`, {
      cause,
      details: { name },
    })
  }
}
