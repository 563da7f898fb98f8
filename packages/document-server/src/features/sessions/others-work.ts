import { isByGroups } from '@lectern/shared'
import type { DocumentComment, DocumentListAnswer, EditorPermissions, InputMessage } from '@lectern/shared'
import type { EngineView } from '../engine/index.js'
import type { JoinClaims } from './claims.js'
import { plainName } from './input-facts.js'
import type { Refusal } from './refusals.js'

/** A command about what somebody wrote, and the groups whose work a participant may treat so. */
export interface WorkOfOthers {
  refusal: Refusal
  permitted: readonly string[]
  list: 'changes' | 'comments'
  /** Which change or comment it is; undefined when the command names none, or many. */
  id: string | undefined
}

interface Rule extends Pick<WorkOfOthers, 'refusal' | 'list'> {
  /** Every command with such a name, so that the engine's next one is held as well. */
  names: RegExp
  permittedBy: (permissions: EditorPermissions) => readonly string[] | undefined
}

const rules: readonly Rule[] = [
  {
    names: /^(Accept|Reject|Reinstate)\w*Change/,
    ...{ refusal: 'deciding', list: 'changes' },
    permittedBy: ({ reviewGroups }) => reviewGroups,
  },
  {
    names: /^Delete\w*(Comment|Note|Annotation|Author)/,
    ...{ refusal: 'othersComments', list: 'comments' },
    permittedBy: ({ commentGroups }) => commentGroups?.remove,
  },
  {
    names: /^(Edit|Resolve|Promote|Format)\w*(Comment|Note|Annotation)/,
    ...{ refusal: 'othersComments', list: 'comments' },
    permittedBy: ({ commentGroups }) => commentGroups?.edit,
  },
]

/** Tells whether a command is about others' work and the participant's permissions name groups for that. */
export function findWorkOfOthers(input: InputMessage, { permissions }: JoinClaims): WorkOfOthers | undefined {
  if (input.type !== 'command') return undefined
  const name = plainName(input.name)
  const rule = rules.find(({ names }) => names.test(name))
  const permitted = rule?.permittedBy(permissions)
  if (!rule || !permitted) return undefined
  // A change is named by an argument that is called like the command.
  const id = input.args?.[rule.list === 'changes' ? name : 'Id']
  const isNamed = typeof id === 'string' || typeof id === 'number'
  return { refusal: rule.refusal, list: rule.list, permitted, id: isNamed ? String(id) : undefined }
}

/** Asks the engine whose work it is. What names nothing, or many at once, is permitted to nobody whose groups are named. */
export async function isPermitted(view: EngineView, work: WorkOfOthers): Promise<boolean> {
  if (work.permitted.length === 0 || work.id === undefined) return false
  const author = authorIn(await view.list(work.list), work.id)
  return author !== undefined && isByGroups(author, work.permitted)
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
    return [...thread].every(({ author }) => isByGroups(author, view))
  }
  return { ...answer, comments: answer.comments.filter(isSeen) }
}

function authorIn(answer: DocumentListAnswer, id: string): string | undefined {
  if (answer.list === 'changes') return answer.changes.find(({ index }) => String(index) === id)?.author
  if (answer.list === 'comments') return answer.comments.find((comment) => comment.id === id)?.author
  return undefined
}
