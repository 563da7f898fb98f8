import { afterEach, expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { createLiveClient } from '../../testing/live-client.js'
import { startMailServer } from '../../testing/mail-server.js'
import type { TestApp, TestPerson } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

interface Told {
  id: string
  kind: string
  title: string
  text: string
  role: string | null
  nodeType: string | null
  isRead: boolean
  actor: { name: string } | null
}

const listQuery =
  'query ($first: Int, $after: String) { notifications(first: $first, after: $after) { nodes { id kind title text place role nodeType isRead actor { name } } totalCount pageInfo { endCursor hasNextPage } } }'

const listTold = async (client: TestClient, page: object = {}) =>
  (await client.ask<{ nodes: Told[]; pageInfo: { endCursor: string } }>(listQuery, page)).nodes
const share = (
  app: TestApp,
  nodeId: string,
  person: { userId?: string; groupId?: string },
  role = 'EDITOR',
) =>
  app.admin.ask('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', {
    input: { nodeId, role, ...person },
  })
const mention = (client: TestClient, documentId: string, emails: string[], message = 'Please look') =>
  client.ask<string[]>('mutation ($input: MentionInput!) { mentionPeople(input: $input) }', {
    input: { documentId, emails, message },
  })
const minuteMs = 60_000

async function shareWith(app: TestApp, ...people: TestPerson[]) {
  const document = await app.admin.given.document('Plan')
  for (const { id } of people) await share(app, document.id, { userId: id })
  return document
}

describePortal('notifications', ({ newApp }) => {
  it('tell of what was shared, once, and not whoever shared it', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const document = await shareWith(app, mei)
    await share(app, document.id, { userId: mei.id }, 'VIEWER')
    expect(await listTold(mei)).toMatchObject([
      { kind: 'SHARE', title: 'Plan.docx', role: 'EDITOR', nodeType: 'document', isRead: false, text: '' },
    ])
    expect(await listTold(app.admin)).toEqual([])
  })

  it('tell each member of a group', async () => {
    const app = await newApp()
    const [mei, ben] = [await app.newPerson('Mei'), await app.newPerson('Ben')]
    const group = await app.admin.ask<{ id: string }>('mutation { createGroup(name: "Class") { id } }')
    const add = 'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { id } }'
    await app.admin.ask(add, { input: { groupId: group.id, userIds: [mei.id, ben.id] } })
    const folder = await app.admin.given.folder('Course')
    await share(app, folder.id, { groupId: group.id }, 'VIEWER')
    for (const person of [mei, ben])
      expect(await listTold(person)).toMatchObject([{ title: 'Course', nodeType: 'folder' }])
  })

  it('are read one by one or all at once, and only by whom they are for', async () => {
    const app = await newApp()
    const [mei, ben] = [await app.newPerson('Mei'), await app.newPerson('Ben')]
    for (const name of ['a', 'b', 'c']) {
      const { id } = await app.admin.given.folder(name)
      await share(app, id, { userId: mei.id })
    }
    const read = (client: TestClient, ids?: string[]) =>
      client.ask<number>('mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }', { ids })
    const [newest] = await listTold(mei)
    const ids = [newest?.id ?? '']
    await read(ben, ids)
    expect(await read(mei, ids)).toBe(2)
    expect((await listTold(mei)).map(({ title, isRead }) => [title, isRead])).toEqual([
      ['c', true],
      ['b', false],
      ['a', false],
    ])
    expect(await read(mei)).toBe(0)
    expect(
      await mei.askForError('mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }', {
        ids: Array.from({ length: 501 }, () => newest?.id),
      }),
    ).toBe('BAD_INPUT')
  })

  it('come by pages, the newest first', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    for (const name of ['a', 'b', 'c'])
      await share(app, (await app.admin.given.folder(name)).id, { userId: mei.id })
    const first = await mei.ask<{ nodes: Told[]; totalCount: number; pageInfo: { endCursor: string } }>(
      listQuery,
      { first: 2 },
    )
    expect([first.nodes.map(({ title }) => title), first.totalCount]).toEqual([['c', 'b'], 3])
    const rest = await listTold(mei, { first: 2, after: first.pageInfo.endCursor })
    expect(rest.map(({ title }) => title)).toEqual(['a'])
  })

  it('do not lead to what somebody may not see any more', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    await shareWith(app, mei)
    await app.db('grants').delete()
    expect(await listTold(mei)).toMatchObject([{ title: 'Plan.docx', nodeType: null }])
  })

  it('tell who was mentioned, and say who may not read the document', async () => {
    const app = await newApp()
    const [mei, ben] = [await app.newPerson('Mei'), await app.newPerson('Ben')]
    const document = await shareWith(app, mei)
    const missed = await mention(app.admin, document.id, [mei.email, ben.email, 'nobody@example.org'])
    expect(missed).toEqual([ben.email, 'nobody@example.org'])
    expect((await listTold(mei))[0]).toMatchObject({ kind: 'MENTION', text: 'Please look' })
    expect(await listTold(ben)).toEqual([])
    const candidates = await app.admin.ask<{ email: string }[]>(
      'query ($id: ID!) { mentionCandidates(documentId: $id, search: "example") { email } }',
      { id: document.id },
    )
    expect(candidates.map(({ email }) => email)).toContain(mei.email)
    expect(candidates.map(({ email }) => email)).not.toContain(ben.email)
  })

  it('lead to the comment, when the editor says where it is', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const { id: documentId } = await shareWith(app, mei)
    const place = JSON.stringify({ action: { type: 'comment', data: '2026-11-23T14:01:12 Ann' } })
    const tell = (where: string | null) =>
      app.admin.ask('mutation ($input: MentionInput!) { mentionPeople(input: $input) }', {
        input: { documentId, emails: [mei.email], message: 'Look', place: where },
      })
    await tell(place)
    expect((await listTold(mei))[0]).toMatchObject({ place })
    await tell('x'.repeat(1_001))
    expect((await listTold(mei))[0]).toMatchObject({ kind: 'MENTION', place: null })
  })

  it('cannot be sent by those who may not comment', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const { id } = await app.admin.given.document('Plan')
    const input = { documentId: id, emails: [mei.email], message: 'x' }
    const query = 'mutation ($input: MentionInput!) { mentionPeople(input: $input) }'
    expect(await mei.askForError(query, { input })).toBe('NOT_FOUND')
    await share(app, id, { userId: mei.id }, 'VIEWER')
    expect(await mei.askForError(query, { input })).toBe('FORBIDDEN')
  })

  it('are heard of at once by open pages of whom they are for', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const live = createLiveClient(app.url, { cookie: mei.cookie() })
    stops.push(live.stop)
    const page = await live.watch([])
    await shareWith(app, mei)
    expect(await page.next()).toMatchObject({ isStart: false, own: ['NOTIFICATIONS'], nodes: [] })
  })
})

describePortal('mails about notifications', ({ newApp }) => {
  it('of a kind go out to nobody who wants none of it, and all others do', async () => {
    const { app, mei, mailed, work } = await start()
    const ben = await app.newPerson('Ben')
    const muteQuery = 'mutation ($kinds: [NotificationKind!]!) { muteMail(kinds: $kinds) }'
    await mei.ask(muteQuery, { kinds: ['SHARE', 'MENTION', 'SHARE'] })
    expect(await mei.ask('{ mutedMail }')).toEqual(['MENTION', 'SHARE'])
    await ben.ask(muteQuery, { kinds: ['CONFLICT'] })
    await shareWith(app, mei, ben)
    app.clock.advance(minuteMs)
    await work()
    expect(mailed().map(({ to }) => to)).toEqual([ben.email])
    await mei.ask(muteQuery, { kinds: [] })
    await shareWith(app, mei, ben)
    app.clock.advance(minuteMs)
    await work()
    expect(
      mailed()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([ben.email, ben.email, mei.email])
  })

  async function start() {
    const mail = await startMailServer()
    stops.push(mail.stop)
    const app = await newApp({
      environment: { SMTP_URL: mail.url, PUBLIC_URL: 'https://office.example.org' },
    })
    const mei = await app.newPerson('Mei')
    const mailed = () => mail.mails.filter(({ text }) => text.includes('shared'))
    return { app, mei, mailed, mails: mail.mails, work: () => app.services.notifications.work() }
  }

  it('go out once, to those who have not read it in the portal within a minute', async () => {
    const { app, mei, mailed, work } = await start()
    const ben = await app.newPerson('Ben')
    const document = await shareWith(app, mei, ben)
    await work()
    expect(mailed()).toEqual([])
    await ben.ask('mutation { markNotificationsRead }')
    app.clock.advance(minuteMs)
    await work()
    await work()
    expect(mailed()).toMatchObject([{ to: mei.email }])
    expect(mailed()[0]?.text).toContain(`https://office.example.org/documents/${document.id}`)
  })

  it('of mentions lead to the comment', async () => {
    const { app, mei, work, mails } = await start()
    const { id: documentId } = await shareWith(app, mei)
    const place = '{"action":{"type":"comment","data":"1"}}'
    await app.admin.ask('mutation ($input: MentionInput!) { mentionPeople(input: $input) }', {
      input: { documentId, emails: [mei.email], message: 'Look', place },
    })
    app.clock.advance(minuteMs)
    await work()
    const text = mails.map((mail) => mail.text).find((written) => written.includes('mentioned you'))
    expect(text).toContain(`/documents/${documentId}?action=${encodeURIComponent(place)}`)
  })

  it('do not go out when the right was taken away meanwhile', async () => {
    const { app, mei, mailed, work } = await start()
    await shareWith(app, mei)
    await app.db('grants').delete()
    app.clock.advance(minuteMs)
    await work()
    expect(mailed()).toEqual([])
  })

  it('are forgotten with their notifications after three months', async () => {
    const { app, mei, work } = await start()
    await shareWith(app, mei)
    app.clock.advance(91 * 24 * 60 * minuteMs)
    const back = await app.db('notifications').where({ user_id: mei.id })
    await work()
    expect([back.length, (await app.db('notifications')).length]).toEqual([1, 0])
  })
})
