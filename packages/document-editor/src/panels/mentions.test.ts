import { expect, it, vi } from 'vitest'
import type { EditorContext } from '../editor-context'
import { mentionedIn, nameBeingWritten, namesToMention, notifyMentioned } from './mentions'

const users = [
  { name: 'Ann', email: 'ann@example.org' },
  { name: 'Ann Bell', email: 'bell@example.org' },
  { name: '李雷', email: 'lilei@example.org' },
]

it.each([
  ['@', ''],
  ['Look, @an', 'an'],
  ['@Ann Be', 'Ann Be'],
  ['你好 @李', '李'],
  ['mail to ann@example', undefined],
  ['@Ann\nnext line', undefined],
  ['nothing', undefined],
])('of %j the name that is being written is %j', (text, name) => {
  expect(nameBeingWritten(text)).toBe(name)
})

it.each([
  ['', ['Ann', 'Ann Bell', '李雷']],
  ['be', ['Ann Bell']],
  ['ann b', ['Ann Bell']],
  ['lilei', ['李雷']],
  ['Ann and others', []],
])('for %j it offers %j', (written, names) => {
  expect(namesToMention(users, written)).toEqual(names)
})

it.each([
  ['@Ann Bell, please', ['bell@example.org']],
  ['@Ann and @Ann Bell', ['bell@example.org', 'ann@example.org']],
  ['@李雷请看', ['lilei@example.org']],
  ['ann@example.org', []],
])('the comment %j mentions %j', (text, emails) => {
  expect(mentionedIn(text, users).map(({ email }) => email)).toEqual(emails)
})

it('lets a portal that listens tell them, with the words of the comment and its place in a text', async () => {
  const raise = vi.fn()
  const written = { text: '@Ann, look', author: 'Ben', createdAt: '2026-11-23T14:01:12' }
  const comments = [{ id: '1', parentId: '0', ...written }]
  const context = (handlers: string[], documentType = 'word') =>
    ({
      handlers: new Set(handlers),
      host: { raise },
      session: { state: { mentionable: users, documentType }, list: () => Promise.resolve({ comments }) },
    }) as unknown as EditorContext
  await notifyMentioned(context([]), '@Ann')
  await notifyMentioned(context(['onRequestSendNotify']), 'nobody')
  expect(raise).not.toHaveBeenCalled()
  await notifyMentioned(context(['onRequestSendNotify'], 'cell'), '@Ann, look')
  const data = { message: '@Ann, look', emails: ['ann@example.org'] }
  expect(raise).toHaveBeenLastCalledWith('onRequestSendNotify', data)
  await notifyMentioned(context(['onRequestSendNotify']), '@Ann, look')
  const actionLink = { action: { type: 'comment', data: '2026-11-23T14:01:12 Ben' } }
  expect(raise).toHaveBeenLastCalledWith('onRequestSendNotify', { ...data, actionLink })
})
