import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { signInBySso, startOidcProvider, type OidcProvider } from '../../testing/oidc-provider.js'
import { personPassword } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

const people = {
  mei: { email: 'mei@school.example', email_verified: true, name: 'Mei Lin' },
  eve: { email: 'admin@example.org', email_verified: false, name: 'Eve' },
  admin: { email: 'Admin@Example.org', email_verified: true, name: 'Somebody else' },
  nameless: { email: 'x@school.example', email_verified: true, name: '\u202e' },
  silent: {},
}
const viewerQuery = '{ viewer { name email isAdministrator isGuest hasPassword hasSingleSignOn } }'
const viewer = (client: TestClient) => client.ask<Record<string, unknown> | null>(viewerQuery)
const problemOf = (response: Response) => {
  const location = response.headers.get('location') ?? ''
  return new URL(location, 'http://portal').searchParams.get('problem')
}

describePortal('single sign-on', ({ newApp }) => {
  let provider: OidcProvider
  beforeEach(async () => {
    // The provider warns of its forms and keys, which are for tests only.
    vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(console, 'info').mockReturnValue()
    provider = await startOidcProvider(people)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await provider.stop()
  })

  async function start(environment: Record<string, string | undefined> = {}) {
    const app = await newApp({ environment: { ...provider.environment, ...environment } })
    provider.register(app.url)
    return app
  }

  it('is offered on the sign-in page only where there is a provider', async () => {
    const query = '{ singleSignOn { label url } }'
    const app = await start({ OIDC_LABEL: 'School account' })
    expect(await app.newClient().ask(query)).toEqual({ label: 'School account', url: '/oidc/sign-in' })
    const other = await newApp()
    expect(await other.newClient().ask(query)).toBeNull()
    expect(problemOf(await other.newClient().request('/oidc/sign-in'))).toBe('NOT_FOUND')
  })

  it('makes an account for somebody new, brings them to the page they wanted, and knows them again', async () => {
    const app = await start()
    const client = app.newClient()
    const response = await signInBySso(provider, client, 'mei', '/folders/1?view=grid')
    expect(response.headers.get('location')).toBe('/folders/1?view=grid')
    const mei = { name: 'Mei Lin', email: 'mei@school.example', isAdministrator: false, isGuest: false }
    expect(await viewer(client)).toEqual({ ...mei, hasPassword: false, hasSingleSignOn: true })
    await client.ask('mutation { updateProfile(input: { name: "Lin Mei" }) { name } }')
    const again = app.newClient()
    await signInBySso(provider, again, 'mei')
    expect(await viewer(again)).toMatchObject({ name: 'Lin Mei' })
  })

  it('never leads to a page of another site', async () => {
    const app = await start()
    for (const redirect of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\nevil']) {
      const response = await signInBySso(provider, app.newClient(), 'mei', redirect)
      expect(response.headers.get('location')).toBe('/')
    }
  })

  it('finds an account that is there by its verified e-mail address, and leaves its name alone', async () => {
    const app = await start()
    const client = app.newClient()
    await signInBySso(provider, client, 'admin')
    const administrator = { name: 'Administrator', isAdministrator: true, hasPassword: true }
    expect(await viewer(client)).toMatchObject({ ...administrator, hasSingleSignOn: true })
  })

  it.each(['eve', 'silent'])('refuses %s, whose address is not verified', async (account) => {
    const app = await start()
    const client = app.newClient()
    expect(problemOf(await signInBySso(provider, client, account))).toBe('SSO_EMAIL_UNVERIFIED')
    expect(await viewer(client)).toBeNull()
  })

  it('takes only people of the allowed domains', async () => {
    const app = await start({ OIDC_ALLOWED_DOMAINS: 'university.example, School.example' })
    const client = app.newClient()
    expect(problemOf(await signInBySso(provider, client, 'admin'))).toBe('SSO_DOMAIN_FORBIDDEN')
    expect(await viewer(client)).toBeNull()
    await signInBySso(provider, client, 'mei')
    expect(await viewer(client)).toMatchObject({ name: 'Mei Lin' })
  })

  it('makes guests, or no accounts, when the administrator wants that', async () => {
    const guests = await start({ OIDC_NEW_PEOPLE: 'guest' })
    const guest = guests.newClient()
    await signInBySso(provider, guest, 'mei')
    expect(await viewer(guest)).toMatchObject({ isGuest: true })
    const closed = await start({ OIDC_NEW_PEOPLE: 'none' })
    expect(problemOf(await signInBySso(provider, closed.newClient(), 'mei'))).toBe('SSO_NO_ACCOUNT')
  })

  it('makes one account for somebody who comes in for the first time in several tabs at once', async () => {
    const app = await start()
    const clients = Array.from({ length: 6 }, () => app.newClient())
    const ways = await Promise.all(
      clients.map(async (client) => {
        const { headers } = await client.request('/oidc/sign-in')
        return provider.signIn(headers.get('location') ?? '', 'mei')
      }),
    )
    const answers = await Promise.all(clients.map((client, index) => client.request(ways[index] ?? '')))
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(clients.map(() => '/'))
    expect(await app.db('users').where({ email_key: 'mei@school.example' }).select()).toHaveLength(1)
  })

  it('calls somebody by their address when their name cannot be shown', async () => {
    const app = await start()
    const client = app.newClient()
    await signInBySso(provider, client, 'nameless')
    expect(await viewer(client)).toMatchObject({ name: 'x' })
  })

  it('keeps deactivated people out', async () => {
    const app = await start()
    const client = app.newClient()
    await signInBySso(provider, client, 'mei')
    const { id } = await client.ask<{ id: string }>('{ viewer { id } }')
    const deactivate = 'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }'
    await app.admin.ask(deactivate, { input: { id, isActive: false } })
    expect(problemOf(await signInBySso(provider, app.newClient(), 'mei'))).toBe('ACCOUNT_DEACTIVATED')
  })

  it('ends where it was begun: in that browser, in time, once', async () => {
    const app = await start()
    const client = app.newClient()
    const begin = async () => {
      const { headers } = await client.request('/oidc/sign-in')
      return provider.signIn(headers.get('location') ?? '', 'mei')
    }
    const stolen = await begin()
    expect(problemOf(await app.newClient().request(stolen))).toBe('SSO_EXPIRED')
    const swapped = new URL(await begin())
    swapped.searchParams.set('state', 'another')
    expect(problemOf(await client.request(swapped.href))).toBe('SSO_EXPIRED')
    const late = await begin()
    app.clock.advance(601_000)
    expect(problemOf(await client.request(late))).toBe('SSO_EXPIRED')
    const { headers } = await client.request('/oidc/sign-in')
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const back = await provider.signIn(headers.get('location') ?? '', 'mei')
    expect((await client.request(back)).headers.get('location')).toBe('/')
    expect(problemOf(await client.request(back, { headers: { cookie } }))).toBe('SSO_FAILED')
  })

  it('says so when the person cancels, or the provider is away, and works again when it is back', async () => {
    const app = await newApp({ environment: provider.environment })
    const client = app.newClient()
    expect(problemOf(await client.request('/oidc/sign-in'))).toBe('SSO_UNREACHABLE')
    provider.register(app.url)
    const { headers } = await client.request('/oidc/sign-in')
    const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? ''
    const cancelled = `/oidc/callback?error=access_denied&state=${state}&iss=${provider.environment.OIDC_ISSUER}`
    expect(problemOf(await client.request(cancelled))).toBe('SSO_REFUSED')
  })

  it('tells after signing out where the session at the provider ends, only to those who came from there', async () => {
    const app = await start()
    const client = app.newClient()
    await signInBySso(provider, client, 'mei')
    const url = new URL(await client.ask<string>('{ signOutUrl }'))
    expect(url.origin).toBe(provider.environment.OIDC_ISSUER)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${app.url}/sign-in`)
    const bo = await app.newPerson('Bo')
    expect(await bo.ask('{ signOutUrl }')).toBeNull()
  })

  it('lets nobody take the address of somebody else, by which they would be found', async () => {
    const app = await start()
    const bo = await app.newPerson('Bo')
    const input = { currentPassword: personPassword, newPassword: 'a long enough password' }
    const query = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }'
    const taken = { input: { ...input, email: 'mei@school.example' } }
    expect(await bo.askForError(query, taken)).toBe('FORBIDDEN')
  })
})
