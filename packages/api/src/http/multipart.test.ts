import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'
import { adminApiToken } from '../testing/test-app.js'
import { rootFolderId } from '../features/library/index.js'

const boundary = 'x-boundary-x'
const query = 'mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { id } }'
const operations = JSON.stringify({ query, variables: { input: { folderId: rootFolderId, file: null } } })

function field(name: string, value: string, fileName = ''): string {
  const file = fileName && `; filename="${fileName}"`
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
}

const wholeForm = `${field('operations', operations)}${field('map', '{"0":["variables.input.file"]}')}${field('0', 'text', 'a.txt')}--${boundary}--\r\n`

/** Sends a form of which `length` is announced, and gives the raw answer; hangs up after `form` when it is shorter. */
function send(port: number, form: string, length = form.length): Promise<string> {
  const head = [
    'POST /graphql HTTP/1.1',
    'host: portal',
    `authorization: Bearer ${adminApiToken}`,
    'apollo-require-preflight: true',
    'connection: close',
    `content-type: multipart/form-data; boundary=${boundary}`,
    `content-length: ${length}`,
  ]
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.write(`${head.join('\r\n')}\r\n\r\n${form}`, () => {
      if (form.length < length) socket.destroy()
    })
  })
}

describePortal('a form with a file', ({ newApp }) => {
  it('is taken when it is whole', async () => {
    const app = await newApp()
    expect(await send(app.port, wholeForm)).toContain('"uploadDocument":{"id"')
  })

  it('is refused when it ends too early, wherever', async () => {
    const app = await newApp()
    for (let length = 0; length < wholeForm.length - 10; length += 23)
      expect(await send(app.port, wholeForm.slice(0, length))).toContain('"errors"')
    expect(await app.admin.ask('{ folder { children { totalCount } } }')).toEqual({
      children: { totalCount: 0 },
    })
  })

  it('leaves nothing behind when the connection breaks off', async () => {
    const app = await newApp()
    const half = wholeForm.slice(0, wholeForm.indexOf('text') + 2)
    await send(app.port, half, 1_000_000)
    await expect.poll(() => readdir(path.join(app.dataDir, 'blobs', 'incoming'))).toEqual([])
    expect(await send(app.port, wholeForm)).toContain('"uploadDocument"')
  })

  it('cannot put the file where no place was left for it', async () => {
    const app = await newApp()
    for (const address of [
      '__proto__.x',
      'query',
      'variables.input',
      'variables.nothing.file',
      '',
      'constructor.prototype.x',
    ])
      expect(await send(app.port, wholeForm.replace('variables.input.file', address))).toContain('"errors"')
  })

  it('is refused when the file comes first', async () => {
    const app = await newApp()
    expect(await send(app.port, `${field('0', 'text', 'a.txt')}${wholeForm}`)).toContain('"code":"BAD_INPUT"')
  })
})
