import { expect, it } from 'vitest'
import { socketUrl } from './socket-url'

it('finds the socket beside the page', () => {
  expect(socketUrl('http://office.test:3000/web-apps/apps/editor/index.html?lang=zh#x')).toBe(
    'ws://office.test:3000/editor/socket',
  )
})

it('keeps the path prefix and the encryption of the page', () => {
  expect(socketUrl('https://portal.test/a/document-server/web-apps/apps/editor/index.html')).toBe(
    'wss://portal.test/a/document-server/editor/socket',
  )
})
