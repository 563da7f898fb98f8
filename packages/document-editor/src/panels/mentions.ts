import type { MentionableUser } from '@lectern/shared'
import type { EditorContext } from '../editor-context'
import { commentLink, hasLastingComments } from './comment-links'
import { threadOf } from './comment-threads'

const longestList = 8

/** The beginning of a name that is being written before the cursor, after an `@`; undefined when there is none. */
export function nameBeingWritten(textBefore: string): string | undefined {
  return /(?:^|[\s(，。、（])@([^\n@]{0,40})$/u.exec(textBefore)?.[1]
}

/** Names of people whose name or address fits the beginning that was written. */
export function namesToMention(users: readonly MentionableUser[], written: string): string[] {
  const wanted = written.toLowerCase()
  const fits = ({ name, email }: MentionableUser) =>
    `${name} ${email}`
      .toLowerCase()
      .split(/\s+/)
      .some((_, index, words) => words.slice(index).join(' ').startsWith(wanted))
  return [...new Set(users.filter(fits).map(({ name }) => name))].slice(0, longestList)
}

/** Whom a comment mentions. Long names first, so that "@Ann Bell" mentions no Ann. */
export function mentionedIn(text: string, users: readonly MentionableUser[]): MentionableUser[] {
  let rest = text
  const byLength = [...users].sort((one, other) => other.name.length - one.name.length)
  return byLength.filter(({ name }) => {
    const mention = `@${name}`
    if (!rest.includes(mention)) return false
    // Two people of one name cannot be told apart: both are told.
    if (users.filter((user) => user.name === name).length === 1) rest = rest.replaceAll(mention, ' ')
    return true
  })
}

/** Lets the portal tell those whom a comment mentions. */
export async function notifyMentioned(
  { handlers, host, session }: Pick<EditorContext, 'handlers' | 'host' | 'session'>,
  message: string,
): Promise<void> {
  const emails = mentionedIn(message, session.state.mentionable ?? []).map(({ email }) => email)
  if (emails.length === 0 || !handlers.has('onRequestSendNotify')) return
  const comments = hasLastingComments(session.state) ? (await session.list('comments'))?.comments : undefined
  const comment = threadOf(comments ?? [], message)
  host.raise('onRequestSendNotify', { message, emails, ...(comment && { actionLink: commentLink(comment) }) })
}
