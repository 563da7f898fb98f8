import type { DocumentComment } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { commentKey } from './comment-links'
import { threadOf, threadsOf } from './comment-threads'

function comment(id: string, parentId = '0'): DocumentComment {
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

describe('the thread of something newly written', () => {
  const comments = [comment('1'), comment('2'), comment('3', '1'), comment('4')]

  it('begins with the comment, or with the one that is answered', () => {
    expect(threadOf(comments, '4')?.id).toBe('4')
    expect(threadOf(comments, '3')?.id).toBe('1')
    expect(threadOf([...comments, { ...comment('5'), text: '2' }], '2')?.id).toBe('5')
    expect(threadOf(comments, 'gone')).toBeUndefined()
  })
})

describe('the key of a comment', () => {
  it('stays when the engine gives it another number, and when its author changes groups', () => {
    const first = { ...comment('1'), createdAt: '2026-11-23T14:01:12', author: 'Teachers\u00a0Ann' }
    expect(commentKey(first)).toBe('2026-11-23T14:01:12 Ann')
    expect(commentKey({ ...first, id: '7', author: 'Ann' })).toBe(commentKey(first))
  })
})
