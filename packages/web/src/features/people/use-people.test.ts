import { flushPromises } from '@vue/test-utils'
import { createApp, effectScope } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import type { PeopleQuery, PersonRowFragment } from '@/graphql/generated/graphql'
import { provideFakeLive } from '@/testing/fake-live'
import { usePeople } from './use-people'

const scope = effectScope()
afterEach(() => {
  scope.stop()
})

function buildPerson(name: string): PersonRowFragment {
  const about = {
    email: null,
    siteRole: 'MEMBER',
    status: 'ACTIVE',
    lastSeenAt: null,
    pictureUrl: null,
  } as const
  return { id: name, name, ...about }
}

describe('the list of people', () => {
  it('shows whom others invite and rename, without being loaded anew', async () => {
    const app = createApp({})
    let names = ['Ada']
    const query = (): Promise<PeopleQuery> => {
      const nodes = names.map(buildPerson)
      const pageInfo = { endCursor: null, hasNextPage: false }
      return Promise.resolve({ people: { totalCount: nodes.length, nodes, pageInfo } })
    }
    provideApi(app, { query } as unknown as Api)
    const changed = provideFakeLive(app)
    const people = app.runWithContext(() => scope.run(usePeople))
    await flushPromises()
    names = ['Ada', 'Bo']
    changed.list('GROUPS')
    await flushPromises()
    expect(people?.rows.value?.map(({ name }) => name)).toEqual(['Ada'])
    changed.list('PEOPLE')
    await flushPromises()
    expect(people?.rows.value?.map(({ name }) => name)).toEqual(['Ada', 'Bo'])
  })
})
