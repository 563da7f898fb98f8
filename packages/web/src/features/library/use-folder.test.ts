import { flushPromises } from '@vue/test-utils'
import { createApp, effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import { ApiError } from '@/graphql/api-error'
import type { LibraryFolderQuery, LibraryFolderQueryVariables } from '@/graphql/generated/graphql'
import { buildFolder } from '@/testing/builders'
import { provideFakeLive } from '@/testing/fake-live'
import { useFolder } from './use-folder'

function folderPage(id: string, names: string[], { total = names.length } = {}): LibraryFolderQuery {
  const nodes = names.map((name) => buildFolder({ id: `${id}-${name}`, name }))
  const children = { nodes, totalCount: total }
  return {
    root: { id: 'root' },
    folder: { id, name: id, role: 'OWNER', path: [], children },
  }
}

function createDeferred<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => (resolve = settle))
  return {
    promise,
    resolve: (value: Value) => {
      resolve(value)
    },
  }
}

let scope = effectScope()
beforeEach(() => {
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
})

type Answer = (variables: LibraryFolderQueryVariables) => Promise<LibraryFolderQuery>

function open(answer: Answer, id = shallowRef<string | undefined>()) {
  const app = createApp({})
  const query = (_: unknown, variables: LibraryFolderQueryVariables) => answer(variables)
  provideApi(app, { query, peek: () => undefined } as unknown as Api)
  const changed = provideFakeLive(app)
  const library = app.runWithContext(() => scope.run(() => useFolder(id)))
  if (!library) throw new Error('The scope has ended.')
  return { library, id, changed, names: () => library.nodes.value.map((node) => 'name' in node && node.name) }
}

describe('a folder', () => {
  it('shows the root when none is asked for', async () => {
    const { library, names } = open(() => Promise.resolve(folderPage('root', ['a', 'b'])))
    await flushPromises()
    expect(names()).toEqual(['a', 'b'])
    expect(library.isRoot.value).toBe(true)
  })

  it('drops the late answer of a folder that was left', async () => {
    const late = createDeferred<LibraryFolderQuery>()
    const { id, names } = open(
      ({ id: asked }) => (asked === 'slow' ? late.promise : Promise.resolve(folderPage('fast', ['right']))),
      shallowRef('slow'),
    )
    id.value = 'fast'
    await flushPromises()
    late.resolve(folderPage('slow', ['wrong']))
    await flushPromises()
    expect(names()).toEqual(['right'])
  })

  it('asks for two pages at once while it is scrolled fast, and then for what is looked at', async () => {
    const asked: number[] = []
    const waiting: (() => void)[] = []
    const { library } = open(({ offset }) => {
      const answer = folderPage('root', [`row ${offset ?? 0}`], { total: 100_000 })
      if (!offset) return Promise.resolve(answer)
      asked.push(offset)
      return new Promise((resolve) =>
        waiting.push(() => {
          resolve(answer)
        }),
      )
    })
    await flushPromises()
    for (let row = 1_000; row <= 50_000; row += 1_000) library.look(row, row + 20)
    expect(asked).toEqual([1_000, 2_000])
    waiting[0]?.()
    await flushPromises()
    expect(asked).toEqual([1_000, 2_000, 50_000])
    waiting[2]?.()
    await flushPromises()
    expect(library.nodeAt(50_000)).toMatchObject({ name: 'row 50000' })
  })

  it('keeps what it shows when a refresh fails, and says so', async () => {
    let fails = false
    const { library, names } = open(() =>
      fails ? Promise.reject(new ApiError('INTERNAL', 'broken')) : Promise.resolve(folderPage('root', ['a'])),
    )
    await flushPromises()
    fails = true
    await library.refresh()
    expect(names()).toEqual(['a'])
    expect(library.error.value).toBeInstanceOf(ApiError)
    fails = false
    await library.refresh()
    expect(library.error.value).toBeUndefined()
  })

  it('is asked for again when the portal tells that something in it changed', async () => {
    let asked = 0
    const { changed, names } = open(() => Promise.resolve(folderPage('root', [String(++asked)])))
    await flushPromises()
    changed.node('other')
    await flushPromises()
    expect(names()).toEqual(['1'])
    changed.node('root')
    await flushPromises()
    expect(names()).toEqual(['2'])
  })

  it('gives its first rows when all are chosen, also those that nobody looked at', async () => {
    const { library } = open(({ offset }) => {
      const names = Array.from({ length: 100 }, (_, index) => String((offset ?? 0) + index))
      return Promise.resolve(folderPage('root', names, { total: 1_000 }))
    })
    await flushPromises()
    const first = await library.loadFirst(650)
    expect([first.length, first[0]?.id, first.at(-1)?.id]).toEqual([650, 'root-0', 'root-649'])
    expect(await library.loadFirst(5_000)).toHaveLength(1_000)
  })

  it('loads the pages that are looked at, and only those again', async () => {
    const asked: number[] = []
    const { library } = open(({ offset }) => {
      asked.push(offset ?? 0)
      const names = Array.from({ length: 100 }, (_, index) => String((offset ?? 0) + index))
      return Promise.resolve(folderPage('root', names, { total: 100_000 }))
    })
    const nameAt = (index: number) => {
      const node = library.nodeAt(index)
      return node && 'name' in node && node.name
    }
    await flushPromises()
    expect([library.total.value, nameAt(99), nameAt(100)]).toEqual([100_000, '99', undefined])
    library.look(50_090, 50_110)
    await flushPromises()
    expect([nameAt(50_090), nameAt(50_109)]).toEqual(['50090', '50109'])
    await library.refresh()
    expect(asked).toEqual([0, 50_000, 50_100, 50_000, 50_100])
    expect(nameAt(0)).toBeUndefined()
  })
})
