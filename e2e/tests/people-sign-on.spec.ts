import type { Page } from '@playwright/test'
import { startOidcProvider } from '../../packages/api/src/testing/oidc-provider.js'
import { expect, isEmbedded, test } from '../fixtures.js'
import { startStack } from '../support/stack.js'

const button = { name: 'Sign in at school' }

/** At the provider: who it is, and that the portal may know. */
async function signInThere(page: Page, account: string): Promise<void> {
  await page.locator('input[name=login]').fill(account)
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('people come in with their account elsewhere, where they wanted to go, and sign out of both', async ({
  newPerson,
}) => {
  test.skip(!isEmbedded, 'This is between the portal and the provider alone.')
  const provider = await startOidcProvider({
    noor: { email: 'noor@school.example', email_verified: true, name: 'Noor Haddad' },
    eve: { email: 'eve@elsewhere.example', email_verified: true, name: 'Eve' },
  })
  // Nobody opens a document: without an engine the portal starts at once.
  const nowhere = { DOCUMENT_SERVER_URL: 'http://127.0.0.1:9', DOCUMENT_SERVER_SECRET: 'a secret of nobody' }
  const stack = await startStack({
    environment: {
      ...{ ...nowhere, ...provider.environment },
      ...{ OIDC_LABEL: button.name, OIDC_ALLOWED_DOMAINS: 'school.example' },
    },
  })
  try {
    provider.register(stack.url)
    const page = await newPerson()
    // The provider's pages ask for a font from elsewhere.
    await page.route(/^https:/, (route) => route.abort())

    await test.step('somebody of another school is told why not', async () => {
      const eve = await newPerson()
      await eve.route(/^https:/, (route) => route.abort())
      await eve.goto(`${stack.url}/sign-in`)
      await eve.getByRole('link', button).click()
      await signInThere(eve, 'eve')
      await expect(eve.getByRole('alert').filter({ hasText: 'e-mail domain' })).toBeVisible()
    })

    await test.step('who asked for a page comes to it', async () => {
      await page.goto(`${stack.url}/spaces`)
      await page.getByRole('link', button).click()
      await signInThere(page, 'noor')
      await expect(page.getByRole('heading', { name: 'Spaces', exact: true })).toBeVisible()
      await expect(page).toHaveURL(`${stack.url}/spaces`)
      await page.goto(`${stack.url}/account`)
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Noor Haddad')
    })

    await test.step('signing out ends both', async () => {
      await page.getByRole('button', { name: 'Your account' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.getByRole('button', { name: 'Yes, sign me out' }).click()
      await expect(page).toHaveURL(/\/sign-in$/)
      await page.getByRole('link', button).click()
      await expect(page.locator('input[name=login]')).toBeVisible()
    })
  } finally {
    await stack.stop()
    await provider.stop()
  }
})
