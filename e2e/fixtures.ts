import { test as base } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { LibraryPage } from './pages/library.js'
import { readExternalDocumentServer } from './support/environment.js'
import { createPortalClient } from './support/portal.js'
import type { PortalClient } from './support/portal.js'
import { administrator, startStack } from './support/stack.js'
import type { Stack } from './support/stack.js'

interface Fixtures {
  portal: PortalClient
  library: LibraryPage
  /** A browser of another person, with nothing of the first one's session. */
  newPerson: () => Promise<Page>
}

interface WorkerFixtures {
  stack: Stack
}

/** Journeys share one running Lectern; the administrator is signed in. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  stack: [
    async ({}, use) => {
      const stack = await startStack()
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  portal: async ({ stack }, use) => use(createPortalClient(stack)),
  library: async ({ stack, page, context }, use) => {
    await signIn(context, stack)
    await use(new LibraryPage(page))
  },
  newPerson: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'
export const isEmbedded = readExternalDocumentServer() === undefined

async function signIn(context: BrowserContext, stack: Stack): Promise<void> {
  const response = await context.request.post(`${stack.url}/graphql`, {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }',
      variables: { input: { email: administrator.email, password: administrator.password } },
    },
  })
  const body = await response.text()
  if (!response.ok() || body.includes('"errors"'))
    throw new Error(`The administrator was not signed in: ${body}`)
}
