import type { DocumentComment } from '@lectern/shared'
import { expect, it } from 'vitest'
import { threadsOf } from './comment-threads'

function comment(id: string, parentId: string): DocumentComment {
  return { id, parentId, author: 'Ann', text: id, resolved: false, createdAt: '', rect: null, part: 0 }
}

it('puts answers, and answers to answers, below their comment', () => {
  const threads = threadsOf([comment('1', '0'), comment('2', '0'), comment('3', '1'), comment('4', '3')])
  expect(threads.map((thread) => [thread.comment.id, thread.replies.map((reply) => reply.id)])).toEqual([
    ['1', ['3', '4']],
    ['2', []],
  ])
})

it('does not hang on comments that answer each other', () => {
  expect(() => threadsOf([comment('1', '2'), comment('2', '1')])).not.toThrow()
})
