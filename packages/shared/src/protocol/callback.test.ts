import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callbackBodySchema, CallbackStatus } from './callback.js'

interface Trace {
  steps: { kind: string; body?: Record<string, unknown> }[]
}

const folder = new URL('../../../../fixtures/traces/', import.meta.url)
const traces = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, trace: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Trace }))

describe('callbackBodySchema', () => {
  const recorded = traces.flatMap(({ name, trace }) =>
    trace.steps.filter((step) => step.kind === 'callback').map((step) => ({ name, body: step.body ?? {} })),
  )

  it('finds callbacks in the recordings', () => {
    expect(recorded.length).toBeGreaterThan(50)
  })

  it.each(recorded)('takes every field of a recorded callback of $name', ({ body }) => {
    const { token: _token, ...fields } = body
    expect(callbackBodySchema.parse(body)).toEqual(fields)
  })

  it('refuses a status that the protocol does not have', () => {
    expect(callbackBodySchema.safeParse({ key: 'a', status: 5 }).success).toBe(false)
  })

  it('refuses a callback without a key', () => {
    expect(callbackBodySchema.safeParse({ status: CallbackStatus.Editing }).success).toBe(false)
  })
})
