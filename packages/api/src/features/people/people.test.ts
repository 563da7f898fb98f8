import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { startMailServer } from '../../testing/mail-server.js'
import { personPassword } from '../../testing/test-app.js'

const inviteQuery =
  'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { url isMailed person { id name status siteRole } } }'
const peopleQuery = `query ($search: String, $first: Int! = 50, $after: String) {
  people(search: $search, first: $first, after: $after) {
    totalCount nodes { id name email status siteRole lastSeenAt } edges { cursor } pageInfo { hasNextPage endCursor } } }`
const updateQuery =
  'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { name status siteRole } }'
const previewQuery =
  'query ($token: String!) { passwordLinkPreview(token: $token) { name email isInvitation } }'
const setPasswordQuery =
  'mutation ($input: SetPasswordWithLinkInput!) { setPasswordWithLink(input: $input) { name email hasPassword } }'
const signInQuery = 'mutation ($input: SignInInput!) { signIn(input: $input) { id } }'
const linkQuery = 'mutation ($id: ID!) { createPasswordLink(personId: $id) { url isMailed } }'
const resetQuery = 'mutation ($email: String!) { requestPasswordReset(email: $email) }'
const viewerQuery = '{ viewer { name isGuest isAdministrator } }'

interface People {
  totalCount: number
  nodes: { id: string; name: string; status: string; siteRole: string }[]
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''
const invitation = { email: 'Mei@example.org', name: 'Mei', siteRole: 'MEMBER' }

describePortal('people', ({ newApp }) => {
  it('come in by an invitation: they see whom it is for, choose name and password, and are signed in', async () => {
    const app = await newApp()
    const invited = await app.admin.ask<{ url: string; person: object }>(inviteQuery, { input: invitation })
    expect(invited).toMatchObject({ isMailed: false, person: { status: 'INVITED', siteRole: 'MEMBER' } })
    const mei = app.newClient()
    const token = tokenOf(invited)
    expect(await mei.ask(previewQuery, { token })).toEqual({
      name: 'Mei',
      email: 'Mei@example.org',
      isInvitation: true,
    })
    const input = { token, name: ' 韩梅梅 ', newPassword: personPassword }
    expect(await mei.ask(setPasswordQuery, { input })).toMatchObject({ name: '韩梅梅', hasPassword: true })
    expect(await mei.ask(viewerQuery)).toEqual({ name: '韩梅梅', isGuest: false, isAdministrator: false })
    await app.newClient().ask(signInQuery, { input: { email: 'mei@example.org', password: personPassword } })
    const { nodes } = await app.admin.ask<People>(peopleQuery, { search: '梅' })
    expect(nodes).toMatchObject([{ name: '韩梅梅', status: 'ACTIVE' }])
  })

  it('can use an invitation once only, and within a week', async () => {
    const app = await newApp()
    const token = tokenOf(await app.admin.ask(inviteQuery, { input: invitation }))
    const input = { token, newPassword: personPassword }
    const weak = { ...input, newPassword: 'short' }
    expect(await app.newClient().askForError(setPasswordQuery, { input: weak })).toBe('PASSWORD_TOO_WEAK')
    await app.newClient().ask(setPasswordQuery, { input })
    expect(await app.newClient().askForError(setPasswordQuery, { input })).toBe('SIGN_IN_LINK_INVALID')
    const late = tokenOf(
      await app.admin.ask(inviteQuery, { input: { ...invitation, email: 'late@example.org' } }),
    )
    app.clock.advance(7 * 24 * 3_600_000)
    expect(await app.newClient().askForError(previewQuery, { token: late })).toBe('SIGN_IN_LINK_INVALID')
  })

  it('cannot use an invitation as a sign-in link', async () => {
    const app = await newApp()
    const token = tokenOf(await app.admin.ask(inviteQuery, { input: invitation }))
    const query = 'mutation ($token: String!) { signInWithLink(token: $token) { id } }'
    expect(await app.newClient().askForError(query, { token })).toBe('SIGN_IN_LINK_INVALID')
  })

  it('are invited with an address of their own', async () => {
    const app = await newApp()
    await app.admin.ask(inviteQuery, { input: invitation })
    const again = { ...invitation, email: 'MEI@EXAMPLE.ORG' }
    expect(await app.admin.askForError(inviteQuery, { input: again })).toBe('EMAIL_TAKEN')
    for (const email of ['', 'nobody', 'a b@c.d', 'x@y,z@w'])
      expect(await app.admin.askForError(inviteQuery, { input: { ...invitation, email } })).toBe(
        'EMAIL_INVALID',
      )
  })

  it('are none of the business of members and guests', async () => {
    const app = await newApp()
    for (const role of ['MEMBER', 'GUEST'] as const) {
      const person = await app.newPerson(`Some${role}`, role)
      expect(await person.askForError(peopleQuery)).toBe('FORBIDDEN')
      expect(await person.askForError(inviteQuery, { input: invitation })).toBe('FORBIDDEN')
      expect(await person.askForError(linkQuery, { id: person.id })).toBe('FORBIDDEN')
      const input = { id: person.id, siteRole: 'ADMINISTRATOR' }
      expect(await person.askForError(updateQuery, { input })).toBe('FORBIDDEN')
      expect(
        await person.askForError('mutation ($id: ID!) { signOutPerson(id: $id) }', { id: person.id }),
      ).toBe('FORBIDDEN')
    }
    expect(await app.newClient().askForError(peopleQuery)).toBe('NOT_SIGNED_IN')
  })

  it('are listed by name, page by page', async () => {
    const app = await newApp()
    for (const name of ['cy', 'Bo', 'Al']) await app.newPerson(name)
    const first = await app.admin.ask<People>(peopleQuery, { first: 3 })
    expect(first.nodes.map(({ name }) => name)).toEqual(['Administrator', 'Al', 'Bo'])
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
    expect(first.edges.at(-1)?.cursor).toBe(first.pageInfo.endCursor)
    const second = await app.admin.ask<People>(peopleQuery, { first: 3, after: first.pageInfo.endCursor })
    expect(second).toMatchObject({ nodes: [{ name: 'cy' }], pageInfo: { hasNextPage: false } })
    expect(await app.admin.askForError(peopleQuery, { after: 'nonsense' })).toBe('BAD_INPUT')
    expect(await app.admin.ask<People>(peopleQuery, { search: '%' })).toMatchObject({ totalCount: 0 })
  })

  it('are shut out at once when they are deactivated, and let in again', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    await app.admin.ask(updateQuery, { input: { id: bo.id, isActive: false } })
    expect(await bo.ask(viewerQuery)).toBeNull()
    const input = { email: bo.email, password: personPassword }
    expect(await app.newClient().askForError(signInQuery, { input })).toBe('ACCOUNT_DEACTIVATED')
    expect(await app.newClient().askForError(signInQuery, { input: { ...input, password: 'wrong' } })).toBe(
      'SIGN_IN_FAILED',
    )
    expect(await app.admin.askForError(linkQuery, { id: bo.id })).toBe('BAD_INPUT')
    expect(await app.admin.ask(updateQuery, { input: { id: bo.id, isActive: true } })).toMatchObject({
      status: 'ACTIVE',
    })
    await app.newClient().ask(signInQuery, { input })
  })

  it('change their role, but an administrator always stays', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { nodes } = await app.admin.ask<People>(peopleQuery, { search: 'administrator' })
    const id = nodes[0]?.id
    for (const change of [{ siteRole: 'MEMBER' }, { isActive: false }])
      expect(await app.admin.askForError(updateQuery, { input: { id, ...change } })).toBe(
        'LAST_ADMINISTRATOR',
      )
    await app.admin.ask(updateQuery, { input: { id: bo.id, siteRole: 'ADMINISTRATOR' } })
    expect(await bo.ask(viewerQuery)).toMatchObject({ isAdministrator: true })
    await app.admin.ask(updateQuery, { input: { id, siteRole: 'MEMBER' } })
    expect(await bo.ask<People>(peopleQuery)).toMatchObject({ totalCount: 2 })
  })

  it('choose a new password by a link, which ends all their sessions', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const older = tokenOf(await app.admin.ask(linkQuery, { id: bo.id }))
    const token = tokenOf(await app.admin.ask(linkQuery, { id: bo.id }))
    expect(await app.newClient().askForError(previewQuery, { token: older })).toBe('SIGN_IN_LINK_INVALID')
    const input = { token, newPassword: 'another pass phrase' }
    await app.newClient().ask(setPasswordQuery, { input })
    expect(await bo.ask(viewerQuery)).toBeNull()
    const old = { email: bo.email, password: personPassword }
    expect(await app.newClient().askForError(signInQuery, { input: old })).toBe('SIGN_IN_FAILED')
  })

  it('ask for a link by mail, and are told the same whoever they are', async () => {
    const server = await startMailServer()
    try {
      const app = await newApp({
        environment: { SMTP_URL: server.url, PUBLIC_URL: 'https://office.example.org' },
      })
      const bo = await app.newPerson('Bo')
      expect(server.mails[0]?.text).toContain('Your invitation to Lectern')
      expect(await app.newClient().ask(resetQuery, { email: 'nobody@example.org' })).toBe(true)
      expect(await app.newClient().ask(resetQuery, { email: ' BO@example.org' })).toBe(true)
      expect(server.mails.map(({ to }) => to)).toEqual([bo.email, bo.email])
      const token = /https:\/\/office\.example\.org\/set-password\/([\w-]{43})/.exec(
        server.mails[1]?.text ?? '',
      )?.[1]
      expect(await app.newClient().ask(previewQuery, { token })).toMatchObject({ isInvitation: false })
    } finally {
      await server.stop()
    }
  })

  it('get their invitation although the mail server does not answer', async () => {
    const app = await newApp({ environment: { SMTP_URL: 'smtp://127.0.0.1:9' } })
    expect(await app.admin.ask(inviteQuery, { input: invitation })).toMatchObject({ isMailed: false })
  })

  it('are told whom to ask when the portal sends no mail', async () => {
    const app = await newApp()
    expect(await app.newClient().askForError(resetQuery, { email: 'a@b.c' })).toBe('MAIL_UNAVAILABLE')
  })
})
