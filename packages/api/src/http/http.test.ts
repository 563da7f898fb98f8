import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'
import { adminApiToken } from '../testing/test-app.js'

const blankDocx = () => readFile(path.resolve(import.meta.dirname, '../../templates/blank.docx'))
const json = { 'content-type': 'application/json' }

describePortal('downloading', ({ newApp }) => {
  it('gives the file under its name, never to be shown as a page', async () => {
    const { admin } = await newApp()
    const document = await admin.given.document('Protokoll "1" – 会议')
    const response = await admin.request(document.downloadUrl)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="Protokoll _1_ _ __.docx"; filename*=UTF-8''Protokoll%20%221%22%20%E2%80%93%20%E4%BC%9A%E8%AE%AE.docx`,
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'x-content-type-options': 'nosniff',
      'content-length': String((await blankDocx()).length),
    })
  })

  it('gives a part when a part is asked for', async () => {
    const { admin } = await newApp()
    const { document } = await admin.upload('digits.txt', '0123456789')
    const part = async (range: string) => {
      const response = await admin.request(document?.downloadUrl ?? '', { headers: { range } })
      return [response.status, await response.text(), response.headers.get('content-range')]
    }
    expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=5-100')).toEqual([206, '56789', 'bytes 5-9/10'])
    expect(await part('bytes=10-')).toEqual([416, '', 'bytes */10'])
    for (const whole of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=5-2'])
      expect(await part(whole)).toEqual([200, '0123456789', null])
  })

  it('does not send again what the browser has', async () => {
    const { admin } = await newApp()
    const { downloadUrl } = await admin.given.document()
    const etag = (await admin.request(downloadUrl)).headers.get('etag') ?? ''
    expect((await admin.request(downloadUrl, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(
      (await admin.request(downloadUrl, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } })).status,
    ).toBe(200)
    const head = await admin.request(downloadUrl, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('gives a version by its number, and refuses one that is not there', async () => {
    const { admin } = await newApp()
    const { downloadUrl } = await admin.given.document()
    expect((await admin.request(`${downloadUrl}?version=1`)).status).toBe(200)
    expect((await admin.request(`${downloadUrl}?version=2`)).status).toBe(404)
    for (const version of ['0', 'x', '99999999999', '1.5'])
      expect((await admin.request(`${downloadUrl}?version=${version}`)).status).toBe(400)
  })

  it('refuses strangers with a status and a code', async () => {
    const app = await newApp()
    const { downloadUrl } = await app.admin.given.document()
    const response = await app.newClient().request(downloadUrl)
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'NOT_SIGNED_IN' }])
  })
})

describePortal('uploading', ({ newApp }) => {
  it('keeps the bytes as they came', async () => {
    const { admin } = await newApp()
    const bytes = new Uint8Array(await blankDocx())
    const { document } = await admin.upload('C:\\Documents\\My plan.docx', bytes)
    expect(document?.title).toBe('My plan.docx')
    const response = await admin.request(document?.downloadUrl ?? '')
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it.each([
    ['notes.exe', 'x', 'FILE_TYPE_UNKNOWN'],
    ['no-extension', 'x', 'FILE_TYPE_UNKNOWN'],
    ['empty.docx', '', 'FILE_EMPTY'],
    ['picture.docx', '\u0089PNG', 'FILE_MISMATCH'],
    ['\u0000\u0000', 'x', 'NAME_INVALID'],
  ])('refuses %j with code $code and says what to do', async (name, bytes, code) => {
    const { admin } = await newApp()
    const { error } = await admin.upload(name, bytes)
    expect(error?.extensions.code).toBe(code)
    expect(error?.message).toMatch(/\. [A-Z]/)
  })

  it('stops at the limit, answers, and goes on working', async () => {
    const { admin } = await newApp({ environment: { MAX_UPLOAD_BYTES: '100000' } })
    const { error } = await admin.upload('large.txt', 'x'.repeat(5_000_000))
    expect(error?.extensions).toMatchObject({ code: 'FILE_TOO_LARGE', details: { maxBytes: 100_000 } })
    expect((await admin.upload('small.txt', 'x'.repeat(100_000))).document?.title).toBe('small.txt')
  })

  it('needs a header that forms of other sites cannot send', async () => {
    const app = await newApp()
    const form = new FormData()
    form.set('operations', JSON.stringify({ query: '{ viewer { id } }' }))
    const response = await app.admin.request('/graphql', { method: 'POST', body: form })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_INPUT' } }] },
    ])
  })

  it.each([
    ['no operations', {}],
    ['operations that are no JSON', { operations: '{', map: '{}' }],
    [
      'a map to nowhere',
      { operations: '{"query":"{ viewer { id } }"}', map: '{"0":["variables.input.file"]}' },
    ],
    ['a map that is a list', { operations: '{"query":"{ viewer { id } }"}', map: '[]' }],
  ])('survives %s', async (_name, fields) => {
    const app = await newApp()
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const headers = { 'apollo-require-preflight': 'true' }
    const response = await app.admin.request('/graphql', { method: 'POST', headers, body: form })
    expect(response.status).toBeLessThan(500)
    expect((await app.admin.request('/healthz')).status).toBe(200)
  })
})

describePortal('GraphQL over HTTP', ({ newApp }) => {
  it('refuses operations that a form of another site could send', async () => {
    const app = await newApp()
    const query = JSON.stringify({ query: 'mutation { signOut }' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await app
        .newClient()
        .request('/graphql', { method: 'POST', headers: { 'content-type': type }, body: query })
      expect(response.status).toBeGreaterThanOrEqual(400)
    }
    expect((await app.newClient().request('/graphql?query={viewer{id}}')).status).toBe(400)
  })

  it('changes nothing for a page of another site that somebody signed in looks at', async () => {
    const app = await newApp()
    const member = await app.newPerson('Bo')
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const body = JSON.stringify({ query: 'mutation { signOut }' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { ...foreign, 'content-type': type }
      const response = await member.request('/graphql', { method: 'POST', headers, body })
      expect([response.status, await response.text()]).toEqual([
        expect.toSatisfy((status: number) => status >= 400 && status < 500),
        expect.stringMatching(/Cross-Site|Unsupported Media Type/),
      ])
    }
    const asked = { ...foreign, 'access-control-request-method': 'POST' }
    const preflight = await member.request('/graphql', { method: 'OPTIONS', headers: asked })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect(await member.ask('{ viewer { name } }')).toEqual({ name: 'Bo' })
  })

  it('shows the schema to people who are signed in, and to nobody else', async () => {
    const app = await newApp()
    const query = '{ __schema { queryType { name } } }'
    expect(await app.newClient().askForError(query)).toBe('NOT_SIGNED_IN')
    expect(
      await app.newClient().askForError('{ ...X } fragment X on Query { __type(name: "User") { name } }'),
    ).toBe('NOT_SIGNED_IN')
    expect(await app.admin.ask(query)).toEqual({ queryType: { name: 'Query' } })
  })

  it('refuses operations that are too deep, too wide or too costly', async () => {
    const { admin } = await newApp()
    const deep = `{ folder ${'{ parent '.repeat(15)} { id } ${'}'.repeat(15)} }`
    const aliases = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`
    const costly =
      '{ folder { children(first: 500) { nodes { ... on Folder { children(first: 500) { nodes { __typename } } } } } } }'
    const wide = `{ ${'viewer { id } '.repeat(25)} }`
    for (const query of [deep, aliases, costly, wide])
      expect(await admin.askForError(query)).toBe('QUERY_TOO_COMPLEX')
  })

  it('measures fragments of fragments quickly', async () => {
    const { admin } = await newApp()
    const layers = Array.from(
      { length: 40 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    )
    const query = `{ ...F0 } ${layers.join(' ')} fragment F40 on Query { a: viewer { id } }`
    expect(await admin.askForError(query)).toBe('QUERY_TOO_COMPLEX')
  })

  it('tells nothing of unexpected errors but a number to find them by', async () => {
    const app = await newApp()
    await app.db.schema.renameTable('share_links', 'gone')
    const { errors } = await app.newClient().graphql('{ shareLinkPreview(token: "x") { title } }')
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }])
    expect(JSON.stringify(errors)).not.toMatch(/share_links|select|sqlite|stack/i)
    expect(errors?.[0]?.extensions.details?.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['{', '', '[]', 'null', '{"query":5}', '{"query":"{ nothing }"}', '{"query":"{ viewer"}'])(
    'answers the body %j with an error and goes on',
    async (body) => {
      const { admin } = await newApp()
      const response = await admin.request('/graphql', { method: 'POST', headers: json, body })
      expect(response.status).toBe(400)
      expect(await admin.ask('{ viewer { name } }')).toEqual({ name: 'Administrator' })
    },
  )
})

describePortal('the pages', ({ newApp, newPlace }) => {
  it('are the web app at every address of its own, its files for ever', async () => {
    const place = await newPlace()
    await mkdir(path.join(place.dataDir, 'web', 'assets'), { recursive: true })
    await writeFile(path.join(place.dataDir, 'web', 'index.html'), '<title>Lectern</title>')
    await writeFile(path.join(place.dataDir, 'web', 'assets', 'index-abc123.js'), 'start()')
    const client = (await newApp({ place })).newClient()
    const headers = { accept: 'text/html' }
    for (const address of ['/', '/folders/1', '/documents/1', '/share/abc', '/sign-in/abc?x=1']) {
      const response = await client.request(address, { headers })
      expect([response.status, await response.text()]).toEqual([200, '<title>Lectern</title>'])
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
    const asset = await client.request('/assets/index-abc123.js')
    expect([await asset.text(), asset.headers.get('cache-control')]).toEqual([
      'start()',
      'public, max-age=31536000, immutable',
    ])
    expect((await client.request('/assets/index-gone.js', { headers })).status).toBe(404)
    expect((await client.request('/assets/..%2f..%2flectern.sqlite')).status).toBeGreaterThanOrEqual(400)
    expect((await client.request('/nothing')).status).toBe(404)
  })

  it('may load from the portal and the document server, and from nowhere else', async () => {
    const app = await newApp({ environment: { DOCUMENT_SERVER_URL: 'https://docs.example.org:8443/ds' } })
    const policy = (await app.newClient().request('/healthz')).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self' https://docs.example.org:8443;")
    expect(policy).toContain("frame-src 'self' https://docs.example.org:8443;")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('include a playground that needs no other origin', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document()
    const headers = { accept: 'text/html', authorization: `Bearer ${adminApiToken}` }
    const response = await app.newClient().request('/graphql', { headers })
    const html = await response.text()
    expect(html).toContain('YogaGraphiQL')
    expect(html).toContain(id)
    expect(html).not.toMatch(/(?:src|href)="https?:/)
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
  })
})

describePortal('health', ({ newApp }) => {
  it('is well while database and storage are', async () => {
    const client = (await newApp()).newClient()
    expect(await (await client.request('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await client.request('/readyz')).json()).toEqual({
      status: 'ok',
      database: 'ok',
      storage: 'ok',
    })
  })

  it('says what is not ready', async () => {
    const app = await newApp()
    await app.db.destroy()
    const response = await app.newClient().request('/readyz')
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { database: 'failed', storage: 'ok' },
    ])
    expect((await app.newClient().request('/healthz')).status).toBe(200)
  })
})
