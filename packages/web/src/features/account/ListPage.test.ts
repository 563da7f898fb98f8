import { enableAutoUnmount, mount } from '@vue/test-utils'
import { h } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { createTranslations } from '@/locales'
import ListPage from './ListPage.vue'

enableAutoUnmount(afterEach)

const show = (state: { isLoaded: boolean; isEmpty?: boolean; error?: unknown }) =>
  mount(ListPage, {
    global: { plugins: [createTranslations()], stubs: { AppBar: true, ProblemState: true } },
    props: { title: 'Spaces', failed: 'The spaces cannot be shown', error: undefined, ...state },
    slots: {
      default: () => h('p', 'the list'),
      empty: () => h('p', 'nothing yet'),
      dialogs: () => h('p', 'a dialog'),
    },
  }).text()

describe('a page with a list', () => {
  it('opens its dialogs whatever there is to see', () => {
    const texts = [
      show({ isLoaded: false }),
      show({ isLoaded: true, isEmpty: true }),
      show({ isLoaded: true }),
      show({ isLoaded: false, error: new Error('gone') }),
    ]
    for (const text of texts) expect(text).toContain('a dialog')
    expect(texts.map((text) => [text.includes('nothing yet'), text.includes('the list')])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, false],
    ])
  })
})
