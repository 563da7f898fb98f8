import type { DocumentComment } from '@lectern/shared'

export interface CommentThread {
  comment: DocumentComment
  replies: DocumentComment[]
}

/** Comments with the answers to each, and to those, as people read them. */
export function threadsOf(comments: readonly DocumentComment[]): CommentThread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const rootOf = (comment: DocumentComment): DocumentComment => {
    let current = comment
    // As many steps as there are comments, because a broken file may name two as each other's parents.
    for (let step = 0; step < comments.length; step += 1) {
      const parent = byId.get(current.parentId)
      if (!parent) return current
      current = parent
    }
    return current
  }
  return comments
    .filter((comment) => rootOf(comment) === comment)
    .map((comment) => ({
      comment,
      replies: comments.filter((other) => other !== comment && rootOf(other) === comment),
    }))
}

/** The comment with which the thread begins that holds something newly written; undefined when it is not there. */
export function threadOf(comments: readonly DocumentComment[], written: string): DocumentComment | undefined {
  const isWritten = ({ text }: DocumentComment) => text === written
  return threadsOf(comments).findLast(({ comment, replies }) => [comment, ...replies].some(isWritten))
    ?.comment
}

/** A time of the engine in the person's language, or as it is when it cannot be read. */
export function timeText(iso: string, locale: string): string {
  const time = new Date(iso)
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}
