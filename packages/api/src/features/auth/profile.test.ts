import { deflateSync, crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'

const updateQuery =
  'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { theme opensForReading name } }'
const setQuery = 'mutation ($data: String!) { setPicture(data: $data) { pictureUrl } }'
const configQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
interface Opened {
  config: { editorConfig: { user: { image?: string }; customization: { uiTheme: string } } }
}

function chunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(checked))
  return Buffer.concat([length, checked, sum])
}

/** A grey picture, with a note in it and something behind its end. */
function newPng(side = 4, pixels = deflateSync(Buffer.alloc((side + 1) * side))): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.writeUInt8(8, 8)
  const note = chunk('tEXt', Buffer.from('secret place'))
  const parts = [chunk('IHDR', header), note, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts, Buffer.from('<script>')])
}

const toData = (bytes: Buffer) => ({ data: bytes.toString('base64') })

describePortal('the profile', ({ newApp }) => {
  it('keeps look and way of opening, and the editor gets the look', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    expect(await bo.ask('{ viewer { theme opensForReading } }')).toEqual({
      theme: 'SYSTEM',
      opensForReading: false,
    })
    await bo.ask(updateQuery, { input: { theme: 'DARK', opensForReading: true } })
    const input = { name: 'Bobby' }
    expect(await bo.ask(updateQuery, { input })).toEqual({ theme: 'DARK', opensForReading: true, ...input })
    const { id } = await bo.ask<{ id: string }>('mutation { createSpace(name: "Physics") { id } }')
    const document = await bo.given.document('Plan', 'docx', id)
    const { config } = await bo.ask<Opened>(configQuery, { id: document.id })
    expect(config.editorConfig.customization.uiTheme).toBe('theme-dark')
  })

  it('has a picture that others see, without what else was in its file', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { pictureUrl } = await bo.ask<{ pictureUrl: string }>(setQuery, toData(newPng()))
    const answer = await app.newClient().request(pictureUrl)
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(text).toContain('IDAT')
    expect(text).not.toMatch(/secret|script/)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const { nodes } = await app.admin.ask<{ nodes: object[] }>('{ people { nodes { name pictureUrl } } }')
    expect(nodes).toContainEqual({ name: 'Bo', pictureUrl })
    const { users } = await app.admin.ask<{ users: object[] }>(
      '{ shareCandidates(search: "Bo") { users { name pictureUrl } } }',
    )
    expect(users).toEqual([{ name: 'Bo', pictureUrl }])
  })

  it('shows the newest picture only, in the editor too, until it is taken away', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { id } = await bo.ask<{ id: string }>('mutation { createSpace(name: "Physics") { id } }')
    const document = await bo.given.document('Plan', 'docx', id)
    const first = await bo.ask<{ pictureUrl: string }>(setQuery, toData(newPng()))
    const second = await bo.ask<{ pictureUrl: string }>(setQuery, toData(newPng(8)))
    expect((await bo.request(first.pictureUrl)).status).toBe(404)
    // What is changed of the profile afterwards leaves the picture.
    await bo.ask(updateQuery, { input: { name: 'Bobby' } })
    const opened = await bo.ask<Opened>(configQuery, { id: document.id })
    expect(opened.config.editorConfig.user.image).toBe(`${app.url}${second.pictureUrl}`)
    expect(await bo.ask('mutation { removePicture { pictureUrl } }')).toEqual({ pictureUrl: null })
    expect((await bo.request(second.pictureUrl)).status).toBe(404)
  })

  it('refuses what is no picture, too large, or more than it says', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const refusal = (bytes: Buffer) => bo.askForError(setQuery, toData(bytes))
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('PICTURE_INVALID')
    expect(await refusal(newPng().subarray(0, 60))).toBe('PICTURE_INVALID')
    expect(await refusal(newPng(4, deflateSync(Buffer.alloc(1_000_000))))).toBe('PICTURE_INVALID')
    expect(await refusal(newPng(1025))).toBe('PICTURE_TOO_LARGE')
    expect(await refusal(Buffer.alloc(300_001))).toBe('PICTURE_TOO_LARGE')
    expect(await app.newClient().askForError(setQuery, toData(newPng()))).toBe('NOT_SIGNED_IN')
  })
})
