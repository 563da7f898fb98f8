import { isOfGroups, readAuthor } from '@lectern/shared'
import type { DocumentComment, DocumentListAnswer, InputMessage } from '@lectern/shared'
import type { EngineView } from '../engine/index.js'
import type { JoinClaims } from './claims.js'
import { plainName } from './input-facts.js'
import type { Refusal } from './refusals.js'

/** Every command with such a name, so that the engine's next one is held as well. */
const deciding = /^(Accept|Reject|Reinstate)\w*Change/
const removing = /^Delete\w*(Comment|Note|Annotation|Author)/
const editing = /^(Edit|Resolve|Promote|Format)\w*(Comment|Note|Annotation)/

/** A command about what somebody wrote, and the groups whose work a participant may treat so. */
export interface WorkOfOthers {
  refusal: Refusal
  permitted: readonly string[]
  list: 'changes' | 'comments'
  /** Which change or comment it is; undefined when the command names none, or many. */
  id: string | undefined
}

/** Tells whether a command is about others' work and the participant's permissions name groups for that. */
export function findWorkOfOthers(input: InputMessage, { permissions }: JoinClaims): WorkOfOthers | undefined {
  if (input.type !== 'command') return undefined
  const name = plainName(input.name)
  const { reviewGroups, commentGroups } = permissions
  if (deciding.test(name))
    return (
      reviewGroups && { refusal: 'deciding', permitted: reviewGroups, list: 'changes', id: idIn(input, name) }
    )
  const groups = removing.test(name)
    ? commentGroups?.remove
    : editing.test(name)
      ? commentGroups?.edit
      : undefined
  return groups && { refusal: 'othersComments', permitted: groups, list: 'comments', id: idIn(input, 'Id') }
}

/** Asks the engine whose work it is. What names nothing, or many at once, is permitted to nobody whose groups are named. */
export async function isPermitted(view: EngineView, work: WorkOfOthers): Promise<boolean> {
  if (work.permitted.length === 0 || work.id === undefined) return false
  const author = authorIn(await view.list(work.list), work.id)
  return author !== undefined && isOfGroups(readAuthor(author).groups, work.permitted)
}

/** Takes the comments out of a list that a participant may not see, with their threads. */
export function visibleTo({ permissions }: JoinClaims, answer: DocumentListAnswer): DocumentListAnswer {
  const view = permissions.commentGroups?.view
  if (answer.list !== 'comments' || view === undefined) return answer
  const byId = new Map(answer.comments.map((comment) => [comment.id, comment]))
  const isSeen = (comment: DocumentComment): boolean => {
    // A set, because a broken file may name two comments as each other's parents.
    const thread = new Set<DocumentComment>()
    for (let at: typeof comment | undefined = comment; at && !thread.has(at); at = byId.get(at.parentId))
      thread.add(at)
    return [...thread].every(({ author }) => isOfGroups(readAuthor(author).groups, view))
  }
  return { ...answer, comments: answer.comments.filter(isSeen) }
}

function idIn({ args }: Extract<InputMessage, { type: 'command' }>, name: string): string | undefined {
  const value = args?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function authorIn(answer: DocumentListAnswer, id: string): string | undefined {
  if (answer.list === 'changes') return answer.changes.find(({ index }) => String(index) === id)?.author
  if (answer.list === 'comments') return answer.comments.find((comment) => comment.id === id)?.author
  return undefined
}
