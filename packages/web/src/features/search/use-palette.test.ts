import { enableAutoUnmount, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { defineComponent, h, shallowRef, type App } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import { useViewerStore } from '@/features/auth'
import { createTranslations } from '@/locales'
import { useCommands } from '@/ui/commands-store'
import { usePalette, type PaletteRow } from './use-palette'

enableAutoUnmount(afterEach)

/** A palette on a page with one command, for a member or an administrator. */
async function openPalette({ isAdministrator = false } = {}) {
  const viewer = { id: 'u1', name: 'Ann', isAdministrator }
  const api = { query: () => Promise.resolve({ viewer, singleSignOn: null }) } as unknown as Api
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] })
  const text = shallowRef('')
  const isThere = shallowRef(true)
  const done: string[] = []
  let rows: { readonly value: PaletteRow[] } = { value: [] }

  const Page = defineComponent(() => {
    useCommands(() => [
      { id: 'dark', label: 'Appearance: Dark', icon: 'i-lucide-moon', run: () => done.push('dark') },
    ])
    return () => null
  })
  const Palette = defineComponent(() => {
    rows = usePalette({
      ...{ text, hits: shallowRef([]), hasMore: shallowRef(false), loadMore: () => Promise.resolve() },
      close: () => done.push('closed'),
    })
    return () => (isThere.value ? h(Page) : null)
  })
  const plugins = [
    createPinia(),
    createTranslations(),
    router,
    (app: App) => {
      provideApi(app, api)
    },
  ]
  const { vm } = mount(Palette, { global: { plugins } })
  await useViewerStore().ready()
  const leave = () => {
    isThere.value = false
    return vm.$nextTick()
  }
  return {
    text,
    done,
    leave,
    choose: () => rows.value[0]?.run(),
    names: () => rows.value.map(({ name }) => name),
  }
}

it('offers the places and commands whose names hold every word', async () => {
  const { text, names } = await openPalette()
  expect(names()).toEqual(expect.arrayContaining(['Recent', 'Bin', 'Spaces', 'Appearance: Dark']))
  text.value = 'dark appear'
  expect(names()).toEqual(['Appearance: Dark'])
  text.value = 'BIN'
  expect(names()).toEqual(['Bin'])
})

it('leads administrators alone to the pages that only they may see', async () => {
  expect((await openPalette()).names()).not.toContain('People')
  const names = (await openPalette({ isAdministrator: true })).names()
  expect(names).toContain('People')
  // A key would be left where there is no text.
  for (const name of names) expect(name).not.toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/)
})

it('closes before it does what was chosen', async () => {
  const { text, choose, done } = await openPalette()
  text.value = 'dark'
  choose()
  expect(done).toEqual(['closed', 'dark'])
})

it('forgets the commands of a page that was left', async () => {
  const { leave, names } = await openPalette()
  expect(names()).toContain('Appearance: Dark')
  await leave()
  expect(names()).not.toContain('Appearance: Dark')
})
