import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { administrator } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

const dayMs = 24 * 60 * 60_000
const withoutPassword = { ADMIN_PASSWORD: undefined, ADMIN_EMAIL: undefined }
const signInQuery = 'mutation ($input: SignInInput!) { signIn(input: $input) { id hasPassword } }'
const linkQuery = 'mutation ($token: String!) { signInWithLink(token: $token) { id hasPassword } }'
const passwordQuery =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { email hasPassword } }'

const signIn = (client: TestClient, input: object = administrator) => client.ask(signInQuery, { input })
const viewer = (client: TestClient) => client.ask<{ name: string } | null>('{ viewer { id name } }')
const tokenOf = (url: string | undefined) => url?.split('/').at(-1) ?? ''

describePortal('signing in', ({ newApp, newPlace }) => {
  it('tells strangers that nobody is signed in', async () => {
    const app = await newApp()
    expect(await viewer(app.newClient())).toBeNull()
  })

  it('opens a session with e-mail address and password, whatever their case and spaces', async () => {
    const client = (await newApp()).newClient()
    await signIn(client, { ...administrator, email: ' Admin@Example.ORG ' })
    expect(await viewer(client)).toMatchObject({ name: 'Administrator' })
  })

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const app = await newApp()
    const body = JSON.stringify({ query: signInQuery, variables: { input: administrator } })
    const headers = { 'content-type': 'application/json' }
    const response = await app.newClient().request('/graphql', { method: 'POST', headers, body })
    expect(response.headers.get('set-cookie')).toMatch(/^lectern_session=\S+; .*HttpOnly; SameSite=Lax$/)
  })

  it('marks the cookie as secure when the portal is reached by https', async () => {
    const app = await newApp({ environment: { PUBLIC_URL: 'https://office.example.org' } })
    const body = JSON.stringify({ query: signInQuery, variables: { input: administrator } })
    const headers = { 'content-type': 'application/json' }
    const response = await app.newClient().request('/graphql', { method: 'POST', headers, body })
    expect(response.headers.get('set-cookie')).toContain('; Secure')
  })

  it('does not tell a wrong password from an unknown address', async () => {
    const client = (await newApp()).newClient()
    const wrong = { ...administrator, password: 'something else entirely' }
    expect(await client.askForError(signInQuery, { input: wrong })).toBe('SIGN_IN_FAILED')
    const unknown = { ...administrator, email: 'nobody@example.org' }
    expect(await client.askForError(signInQuery, { input: unknown })).toBe('SIGN_IN_FAILED')
  })

  it('does not count the right password as a guess', async () => {
    const app = await newApp()
    for (let time = 0; time < 12; time++) await signIn(app.newClient())
    const client = app.newClient()
    await signIn(client)
    expect(await viewer(client)).not.toBeNull()
  })

  it('stops guessing after ten attempts, and lets go after a while', async () => {
    const app = await newApp()
    const client = app.newClient()
    const input = { ...administrator, password: 'guess guess guess' }
    for (let attempt = 0; attempt < 10; attempt++) await client.askForError(signInQuery, { input })
    expect(await client.askForError(signInQuery, { input: administrator })).toBe('RATE_LIMITED')
    app.clock.advance(11 * 60_000)
    await signIn(client)
    expect(await viewer(client)).not.toBeNull()
  })

  it('forgets the session on signing out, on the server too', async () => {
    const client = (await newApp()).newClient()
    await signIn(client)
    const stolen = await client.request('/healthz').then(() => client.cookie())
    await client.ask('mutation { signOut }')
    const response = await client.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: stolen },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    })
    expect(await response.json()).toEqual({ data: { viewer: null } })
  })

  it('ends a session after thirty days', async () => {
    const app = await newApp()
    const client = app.newClient()
    await signIn(client)
    app.clock.advance(29 * dayMs)
    expect(await viewer(client)).not.toBeNull()
    app.clock.advance(2 * dayMs)
    expect(await viewer(client)).toBeNull()
  })

  it('gives a one-time link while the administrator has no password, and none afterwards', async () => {
    const place = await newPlace()
    const app = await newApp({ place, environment: withoutPassword })
    const client = app.newClient()
    expect(app.signInUrl).toMatch(/^http:\/\/localhost:\d+\/sign-in\/[\w-]{43}$/)
    expect(await client.ask(linkQuery, { token: tokenOf(app.signInUrl) })).toMatchObject({
      hasPassword: false,
    })
    await client.ask(passwordQuery, {
      input: { email: 'me@example.org', newPassword: 'a long enough password' },
    })
    await app.stop()
    expect((await newApp({ place, environment: withoutPassword })).signInUrl).toBeUndefined()
  })

  it('takes a one-time link only once, even of two at the same moment', async () => {
    const app = await newApp({ environment: withoutPassword })
    const variables = { token: tokenOf(app.signInUrl) }
    const answers = await Promise.all(
      [app.newClient(), app.newClient()].map((client) => client.graphql(linkQuery, variables)),
    )
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'SIGN_IN_LINK_INVALID')).toHaveLength(1)
  })

  it('refuses a one-time link after a day, and after the next start', async () => {
    const place = await newPlace()
    const app = await newApp({ place, environment: withoutPassword })
    const first = tokenOf(app.signInUrl)
    app.clock.advance(dayMs + 1)
    expect(await app.newClient().askForError(linkQuery, { token: first })).toBe('SIGN_IN_LINK_INVALID')
    await app.stop()
    const next = await newApp({ place, environment: withoutPassword })
    expect(await next.newClient().askForError(linkQuery, { token: first })).toBe('SIGN_IN_LINK_INVALID')
  })

  it('changes the password only for who knows it, and ends the other sessions', async () => {
    const app = await newApp()
    const [mine, other] = [app.newClient(), app.newClient()]
    await signIn(mine)
    await signIn(other)
    const newPassword = 'another long password'
    const wrong = { currentPassword: 'wrong', newPassword }
    expect(await mine.askForError(passwordQuery, { input: wrong })).toBe('PASSWORD_WRONG')
    await mine.ask(passwordQuery, { input: { currentPassword: administrator.password, newPassword } })
    expect(await viewer(mine)).not.toBeNull()
    expect(await viewer(other)).toBeNull()
    expect(await app.newClient().askForError(signInQuery, { input: administrator })).toBe('SIGN_IN_FAILED')
    await signIn(app.newClient(), { ...administrator, password: newPassword })
  })

  it('refuses short passwords and asks for an e-mail address', async () => {
    const app = await newApp({ environment: withoutPassword })
    const client = app.newClient()
    await client.ask(linkQuery, { token: tokenOf(app.signInUrl) })
    const short = { email: 'me@example.org', newPassword: 'short' }
    expect(await client.askForError(passwordQuery, { input: short })).toBe('PASSWORD_TOO_WEAK')
    const input = { newPassword: 'a long enough password' }
    expect(await client.askForError(passwordQuery, { input })).toBe('EMAIL_INVALID')
  })

  it('knows no language of people until they choose one, and keeps English when they do', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    expect(await mei.ask('{ viewer { language } }')).toEqual({ language: null })
    await mei.ask('mutation { updateProfile(input: { language: "en" }) { id } }')
    expect(await mei.ask('{ viewer { language } }')).toEqual({ language: 'en' })
  })

  it('lets people change name and language', async () => {
    const app = await newApp()
    const query = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name language } }'
    const changed = await app.admin.ask(query, { input: { name: '  李\u0000 雷 ', language: 'zh-CN' } })
    expect(changed).toEqual({ name: '李 雷', language: 'zh-CN' })
    expect(await app.admin.askForError(query, { input: { language: '<script>' } })).toBe('BAD_INPUT')
  })

  it('knows programs by their API token, as long as the environment names it', async () => {
    const place = await newPlace()
    const app = await newApp({ place })
    expect(await viewer(app.admin)).toMatchObject({ name: 'Administrator' })
    await app.stop()
    const next = await newApp({ place, environment: { ADMIN_API_TOKEN: undefined } })
    const response = await next.admin.request('/graphql?query={viewer{id}}')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] })
  })

  it('keeps no password and no token in readable form', async () => {
    const app = await newApp()
    const client = app.newClient()
    await signIn(client)
    const tables = ['users', 'sessions', 'api_tokens', 'sign_in_links']
    const dump = JSON.stringify(await Promise.all(tables.map((table) => app.db(table).select('*'))))
    const secrets = [administrator.password, 'test-administrator-token', client.cookie().split('=')[1] ?? '-']
    for (const secret of secrets) expect(dump).not.toContain(secret)
  })
})
