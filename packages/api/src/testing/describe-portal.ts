import { afterAll, afterEach } from 'vitest'
import { createPlace, describeServers, type Place } from './place.js'
import { startTestApp, type TestApp, type TestAppOptions } from './test-app.js'

/** Starts a real portal, stopped after the test. Without a place of its own it gets an empty one. */
export type NewApp = (options?: TestAppOptions & { place?: Place }) => Promise<TestApp>

export interface Portal {
  newApp: NewApp
  /** Makes an empty place for data, removed after the test; two portals started in it follow each other. */
  newPlace: () => Promise<Place>
}

/** Runs a suite against whole portals on SQLite, and on PostgreSQL when TEST_DATABASE_URL is set. */
export function describePortal(name: string, suite: (portal: Portal) => void): void {
  describeServers(name, (server) => {
    suite(createPortal(server))
  })
}

function createPortal(server: string | undefined): Portal {
  const cleanups: (() => Promise<unknown>)[] = []
  const cleanUp = async () => {
    for (const step of cleanups.splice(0).reverse()) await step()
  }
  afterEach(cleanUp)
  afterAll(cleanUp)

  async function newPlace(): Promise<Place> {
    const { place, remove } = await createPlace(server)
    cleanups.push(remove)
    return place
  }

  return {
    newPlace,
    async newApp({ place, ...options } = {}) {
      const app = await startTestApp(place ?? (await newPlace()), options)
      cleanups.push(() => app.stop())
      return app
    },
  }
}
