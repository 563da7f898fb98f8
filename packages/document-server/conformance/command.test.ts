import { describe, expect, it } from 'vitest'
import { command, post, sign, target } from './lib/bench.js'

const none = 'conformance-no-such-key'
const version = { error: 0, version: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) as string }
const bodyOf = async (answer: ReturnType<typeof post>) => JSON.parse((await answer).text) as unknown

describe('the command service', () => {
  it('takes its token from the body or the header, wrapped or not, under both paths', async () => {
    const token = await sign({ c: 'version' })
    const header = async (claims: object) => ({ [target.jwtHeader]: `Bearer ${await sign(claims)}` })
    const calls = [
      post('/command', { token }),
      post('/command?shardkey=any', { c: 'version', token }),
      post('/command', { c: 'version' }, await header({ payload: { c: 'version' } })),
      post('/command', { c: 'version' }, await header({ c: 'version' })),
      post('/coauthoring/CommandService.ashx', { token }),
    ]
    for (const call of calls) expect(await bodyOf(call)).toEqual(version)
  })

  it('answers 200 and error 6 without a token, and with one of another secret', async () => {
    const other = await sign({ c: 'version' }, { secret: 'not-the-secret-of-this-server-1234567890' })
    for (const body of [{ c: 'version' }, { c: 'version', token: other }, 'not json'])
      expect(await post('/command', body)).toMatchObject({ status: 200, text: '{"error":6}' })
  })

  it('answers error 7 to a token of the past', async () => {
    const expires = Math.floor(Date.now() / 1_000) - 3_600
    expect(await bodyOf(post('/command', { token: await sign({ c: 'version' }, { expires }) }))).toEqual({
      error: 7,
    })
  })

  it.each([
    [{}, { error: 1 }],
    [{ c: 'forcesave' }, { error: 1 }],
    [
      { c: 'nosuchcommand', key: none },
      { key: none, error: 5 },
    ],
    [
      { c: 'info', key: none },
      { key: none, error: 1 },
    ],
    [
      { c: 'forcesave', key: none },
      { key: none, error: 1 },
    ],
    [
      { c: 'drop', key: none, users: ['u9'] },
      { key: none, error: 0 },
    ],
    [
      { c: 'getForgotten', key: none },
      { key: none, error: 1 },
    ],
    [
      { c: 'deleteForgotten', key: none },
      { key: none, error: 1 },
    ],
    [{ c: 'getForgottenList' }, { error: 0, keys: expect.any(Array) as string[] }],
    [
      { c: 'license' },
      {
        error: 0,
        license: expect.any(Object) as object,
        server: expect.any(Object) as object,
        quota: expect.any(Object) as object,
      },
    ],
  ])('answers %j as recorded', async (claims, reply) => {
    expect(await command(claims)).toEqual(reply)
  })
})
