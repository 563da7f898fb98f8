import { pino } from 'pino'
import { startApp, type App } from '../app.js'
import { loadConfig } from '../config.js'
import type { Place } from './place.js'
import { createTestClient, type TestClient } from './test-client.js'
import { createTestClock, type TestClock } from './test-clock.js'

export const adminApiToken = 'test-administrator-token-0123456789'
export const administrator = { email: 'admin@example.org', password: 'correct horse battery staple' }

export interface TestAppOptions {
  clock?: TestClock
  /** Environment variables beside, or instead of, those of a usual test. */
  environment?: Record<string, string | undefined>
}

/** A running portal with all that tests ask of it. */
export interface TestApp extends App {
  url: string
  dataDir: string
  clock: TestClock
  /** Speaks as nobody; keeps the cookies it gets. */
  newClient(): TestClient
  /** Speaks as the administrator, by API token. */
  admin: TestClient
  /** Invites somebody, who accepts and is signed in by cookie. */
  newPerson(name: string, siteRole?: 'ADMINISTRATOR' | 'MEMBER' | 'GUEST'): Promise<TestPerson>
}

/** Somebody with an account. */
export type TestPerson = TestClient & { id: string; email: string }

export const personPassword = 'a pass phrase of a person'

/** Invites somebody by the API and accepts as they would. */
async function invite(
  admin: TestClient,
  client: TestClient,
  name: string,
  siteRole: string,
): Promise<TestPerson> {
  const email = `${name.toLowerCase()}@example.org`
  const { person, url } = await admin.ask<{ person: { id: string }; url: string }>(
    'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { person { id } url } }',
    { input: { email, name, siteRole } },
  )
  await client.ask(
    'mutation ($input: SetPasswordWithLinkInput!) { setPasswordWithLink(input: $input) { id } }',
    { input: { token: url.split('/').at(-1), newPassword: personPassword } },
  )
  return { ...client, id: person.id, email }
}

/** Starts the real portal on a free port. */
export async function startTestApp(
  place: Place,
  { clock = createTestClock(), environment }: TestAppOptions,
): Promise<TestApp> {
  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl,
    PORTAL_SECRET: 'portal-secret-portal-secret-portal-secret',
    DOCUMENT_SERVER_URL: 'http://127.0.0.1:9',
    DOCUMENT_SERVER_SECRET: 'document-server-secret',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ADMIN_API_TOKEN: adminApiToken,
    // Tests run what belongs to the background when they need it, and count queries without it.
    BACKGROUND_JOBS: 'off',
    WEB_DIST: `${place.dataDir}/web`,
    ...environment,
  })
  const logger = pino({ level: 'silent' })
  const app = await startApp({ config, clock, logger })
  const url = `http://127.0.0.1:${app.port}`
  const admin = createTestClient(url, { authorization: `Bearer ${adminApiToken}` })
  const newClient = () => createTestClient(url)
  const newPerson: TestApp['newPerson'] = (name, siteRole = 'MEMBER') =>
    invite(admin, newClient(), name, siteRole)
  return { ...app, url, dataDir: place.dataDir, clock, newClient, admin, newPerson }
}
