import { expect, it } from 'vitest'
import { withActionLink } from './action-link'

const config = { editorConfig: { lang: 'en' }, document: { key: 'a' } }

it('gives the editor the place to which a link leads', () => {
  const actionLink = { action: { type: 'bookmark', data: 'Chapter_2' } }
  expect(withActionLink(config, JSON.stringify(actionLink))).toEqual({
    document: { key: 'a' },
    editorConfig: { lang: 'en', actionLink },
  })
})

it.each([undefined, '', '{', 'null', '7'])('opens the document at its start for the link %j', (link) => {
  expect(withActionLink(config, link)).toBe(config)
})
