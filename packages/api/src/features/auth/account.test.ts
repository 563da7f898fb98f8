import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { personPassword } from '../../testing/test-app.js'
import { createTestClient } from '../../testing/test-client.js'

const sessionsQuery =
  '{ sessions { totalCount nodes { id userAgent address createdAt lastSeenAt isCurrent } } }'
const endSessionQuery = 'mutation ($id: ID!) { endSession(id: $id) }'
const signInQuery = 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }'
const viewerQuery = '{ viewer { id } }'
const createTokenQuery = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name scopes expiresAt lastUsedAt } } }`
const tokensQuery = '{ apiTokens { nodes { id name scopes lastUsedAt } } }'
const deleteTokenQuery = 'mutation ($id: ID!) { deleteApiToken(id: $id) }'
const profileQuery = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name } }'
const peopleQuery = '{ people { totalCount } }'

interface SessionView {
  id: string
  isCurrent: boolean
  userAgent: string
  lastSeenAt: string
}

interface Created {
  token: string
  apiToken: { id: string }
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

interface Sessions {
  nodes: SessionView[]
}

describePortal('sessions', ({ newApp }) => {
  it('are listed with the browser and the time, and ended one by one', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const phone = createTestClient(app.url, { 'user-agent': 'Phone/1.0' })
    await phone.ask(signInQuery, { input: { email: bo.email, password: personPassword } })
    app.clock.advance(6 * minuteMs)
    const { nodes: sessions } = await bo.ask<Sessions>(sessionsQuery)
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
    expect(sessions[1]).toMatchObject({ userAgent: 'Phone/1.0', address: '127.0.0.1' })
    expect(sessions[0]?.lastSeenAt).toBe(app.clock.now().toISOString())
    const id = sessions[1]?.id
    await bo.ask(endSessionQuery, { id })
    expect(await phone.ask(viewerQuery)).toBeNull()
    expect(await bo.askForError(endSessionQuery, { id })).toBe('NOT_FOUND')
  })

  it('of others cannot be ended', async () => {
    const app = await newApp()
    const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
    const [session] = (await bo.ask<Sessions>(sessionsQuery)).nodes
    expect(await al.askForError(endSessionQuery, { id: session?.id })).toBe('NOT_FOUND')
    expect(await bo.ask(viewerQuery)).toEqual({ id: bo.id })
  })

  it('all end when somebody signs out everywhere', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const phone = app.newClient()
    await phone.ask(signInQuery, { input: { email: bo.email, password: personPassword } })
    await bo.ask('mutation { signOutEverywhere }')
    expect(await bo.ask(viewerQuery)).toBeNull()
    expect(await phone.ask(viewerQuery)).toBeNull()
  })
})

describePortal('API tokens', ({ newApp }) => {
  it('act for their owner, are kept as a hash, and say when they were used', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const input = { name: 'Import', scopes: ['READ', 'WRITE'], expiresInDays: 30 }
    const { token, apiToken } = await bo.ask<Created>(createTokenQuery, { input })
    expect(apiToken).toMatchObject({ name: 'Import', scopes: ['READ', 'WRITE'], lastUsedAt: null })
    expect(JSON.stringify(await app.db('api_tokens').select('*'))).not.toContain(token)
    const program = createTestClient(app.url, { authorization: `Bearer ${token}` })
    expect(await program.ask(viewerQuery)).toEqual({ id: bo.id })
    expect(await bo.ask(tokensQuery)).toMatchObject({
      nodes: [{ lastUsedAt: app.clock.now().toISOString() }],
    })
    await bo.ask(deleteTokenQuery, { id: apiToken.id })
    expect(await program.askForError(viewerQuery)).toBe('NOT_SIGNED_IN')
  })

  it('stop working when they expire or their owner is deactivated', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const newProgram = async (days: number) => {
      const input = { name: 'Import', scopes: ['READ'], expiresInDays: days }
      const { token } = await bo.ask<Created>(createTokenQuery, { input })
      return createTestClient(app.url, { authorization: `Bearer ${token}` })
    }
    const [short, long] = [await newProgram(1), await newProgram(9)]
    app.clock.advance(dayMs)
    expect(await short.askForError(viewerQuery)).toBe('NOT_SIGNED_IN')
    expect(await long.ask(viewerQuery)).toEqual({ id: bo.id })
    const input = { id: bo.id, isActive: false }
    await app.admin.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input,
    })
    expect(await long.askForError(viewerQuery)).toBe('NOT_SIGNED_IN')
  })

  it('do nothing that they were not made for', async () => {
    const app = await newApp()
    const admin = await app.newPerson('Ada', 'ADMINISTRATOR')
    const document = await app.admin.given.document()
    const newProgram = async (...scopes: string[]) => {
      const { token } = await admin.ask<Created>(createTokenQuery, { input: { name: 'Tool', scopes } })
      return createTestClient(app.url, { authorization: `Bearer ${token}` })
    }
    const reader = await newProgram('READ')
    expect(await reader.ask(viewerQuery)).toEqual({ id: admin.id })
    expect((await reader.request(document.downloadUrl)).status).toBe(200)
    expect(await reader.askForError(profileQuery, { input: { name: 'X' } })).toBe('SCOPE_MISSING')
    expect((await reader.upload('a.txt', 'text')).error?.extensions.code).toBe('SCOPE_MISSING')
    expect(await reader.askForError(peopleQuery)).toBe('SCOPE_MISSING')
    const writer = await newProgram('WRITE')
    await writer.ask(profileQuery, { input: { name: 'X' } })
    expect(await writer.askForError(viewerQuery)).toBe('SCOPE_MISSING')
    expect((await writer.request(document.downloadUrl)).status).toBe(403)
    expect(await writer.askForError(createTokenQuery, { input: { name: 'More', scopes: ['MANAGE'] } })).toBe(
      'SCOPE_MISSING',
    )
    expect(await (await newProgram('READ', 'MANAGE')).ask(peopleQuery)).toEqual({ totalCount: 2 })
  })

  it('are refused to guests, without scopes, and with an impossible expiry', async () => {
    const app = await newApp()
    const input = { name: 'Tool', scopes: ['READ'] }
    expect(await (await app.newPerson('Gus', 'GUEST')).askForError(createTokenQuery, { input })).toBe(
      'FORBIDDEN',
    )
    const bo = await app.newPerson('Bo')
    for (const wrong of [{ scopes: [] }, { expiresInDays: 0 }, { expiresInDays: 4000 }])
      expect(await bo.askForError(createTokenQuery, { input: { ...input, ...wrong } })).toBe('BAD_INPUT')
    expect(await bo.askForError(createTokenQuery, { input: { ...input, name: ' ' } })).toBe('NAME_INVALID')
  })

  it('of the same name as the environment’s stay when the portal starts again', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    await bo.ask(createTokenQuery, { input: { name: 'ADMIN_API_TOKEN', scopes: ['READ'] } })
    const { setUpAdministrator } = await import('./administrator.js')
    await setUpAdministrator(app.db, app.clock, {})
    expect(await bo.ask(tokensQuery)).toMatchObject({ nodes: [{ name: 'ADMIN_API_TOKEN' }] })
    expect(await app.admin.askForError(viewerQuery)).toBe('NOT_SIGNED_IN')
  })
})
