import type { Knex } from 'knex'
import { createChangeTriggers, dropChangeTriggers, type ChangeTrigger } from '../change-triggers.js'

const triggers: ChangeTrigger[] = [
  ...ofList('people', 'users', [
    'INSERT',
    'UPDATE OF name, email, password_hash, is_administrator, is_guest, deactivated_at',
  ]),
  ...ofList('groups', 'groups', ['INSERT', 'UPDATE OF name', 'DELETE']),
  ...ofList('groups', 'group_members', ['INSERT', 'DELETE']),
  ...ofList('spaces', 'spaces', ['INSERT', 'DELETE']),
  ...ofList('activity', 'activities', ['INSERT']),
  // Only of what somebody deleted, not of all that went with it.
  ofTrash('UPDATE OF trash_id', 'OLD.trash_id = OLD.id OR NEW.trash_id = NEW.id'),
  ofTrash('DELETE', 'OLD.trash_id = OLD.id'),
]

function ofList(list: string, table: string, events: readonly string[]): ChangeTrigger[] {
  return events.map((on) => ({ name: nameOf(table, on), table, on, kind: `list:${list}` }))
}

function ofTrash(on: string, when: string): ChangeTrigger {
  return { name: nameOf('trash', on), table: 'nodes', on, when, kind: 'list:trash' }
}

function nameOf(what: string, on: string): string {
  return `changes_list_${what}_${on.replace(/ .*/, '').toLowerCase()}`
}

/** Notes changes of the lists that are not about one folder: people, groups, spaces, bin and activity. */
const up = (db: Knex): Promise<void> => createChangeTriggers(db, triggers)

/** Takes back what `up` made. */
const down = (db: Knex): Promise<void> => dropChangeTriggers(db, triggers)

export const liveLists: Knex.Migration = { up, down }
