import { actionLinkTypes } from '@lectern/shared'
import type { ActionLink, MentionableUser } from '@lectern/shared'
import { fieldsOf } from './fields-of'

/** Somebody with whom the portal shares the document, and the rights in the portal's words. */
export interface SharedWith {
  user: string
  permissions: string
}

/** Reads whom the portal offers to mention; undefined when the list is for something else. */
export function readMentionable(answer: unknown): MentionableUser[] | undefined {
  const { c = 'mention', users } = fieldsOf(answer)
  if (c !== 'mention') return undefined
  return (Array.isArray(users) ? users : []).flatMap((user) => {
    const { name, email } = fieldsOf(user)
    return typeof name === 'string' && typeof email === 'string' && name && email ? [{ name, email }] : []
  })
}

/** Reads who has which rights; links are left out, because they name nobody. */
export function readSharing(settings: unknown): SharedWith[] {
  return (Array.isArray(settings) ? settings : []).flatMap((setting) => {
    const { user, permissions, isLink } = fieldsOf(setting)
    if (typeof user !== 'string' || user === '' || isLink === true) return []
    return [{ user, permissions: typeof permissions === 'string' ? permissions : '' }]
  })
}

/** Reads a link's place in the document, as an object or, as addresses carry it, as JSON text. */
export function readActionLink(link: unknown): ActionLink | undefined {
  const { type, data } = fieldsOf(fieldsOf(typeof link === 'string' ? parsed(link) : link).action)
  const known = actionLinkTypes.find((name) => name === type)
  return known && typeof data === 'string' && data !== '' ? { action: { type: known, data } } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Somebody's own address: then it leads to no place.
    return undefined
  }
}
