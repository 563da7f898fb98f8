import { flushPromises } from '@vue/test-utils'
import { createApp, effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import { ApiError } from '@/graphql/api-error'
import type { LibraryFolderQuery, LibraryFolderQueryVariables } from '@/graphql/generated/graphql'
import { buildFolder } from '@/testing/builders'
import { useFolder } from './use-folder'

function folderPage(
  id: string,
  names: string[],
  { total = names.length, endCursor = '' } = {},
): LibraryFolderQuery {
  const nodes = names.map((name) => buildFolder({ id: `${id}-${name}`, name }))
  const hasNextPage = endCursor !== ''
  const children = { nodes, endCursor, hasNextPage, totalCount: total }
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
  const library = app.runWithContext(() => scope.run(() => useFolder(id, { pollMs: 60_000 })))
  if (!library) throw new Error('The scope has ended.')
  return { library, id, names: () => library.nodes.value.map((node) => 'name' in node && node.name) }
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

  it('loads further pages when asked, and keeps them at the next refresh', async () => {
    const { library, names } = open(({ after }) =>
      Promise.resolve(
        after
          ? folderPage('root', ['c'], { total: 3 })
          : folderPage('root', ['a', 'b'], { total: 3, endCursor: 'b' }),
      ),
    )
    await flushPromises()
    expect(names()).toEqual(['a', 'b'])
    await library.loadMore()
    expect(names()).toEqual(['a', 'b', 'c'])
    await library.refresh()
    expect(names()).toEqual(['a', 'b', 'c'])
  })
})
