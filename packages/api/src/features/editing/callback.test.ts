import { readFileSync } from 'node:fs'
import { CallbackStatus } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { lastAuthorOf, parseCallback } from './callback.js'

interface Step {
  kind: string
  tokenClaims?: { payload: Record<string, unknown> }
}

function recordedCallbacks(scenario: string): Record<string, unknown>[] {
  const file = new URL(`../../../../../fixtures/traces/${scenario}.json`, import.meta.url)
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as { steps: Step[] }
  return steps.filter(({ kind }) => kind === 'callback').map(({ tokenClaims }) => tokenClaims?.payload ?? {})
}

const parsed = (scenario: string) => recordedCallbacks(scenario).map((claims) => parseCallback(claims))

describe('a callback', () => {
  it('is read from the recording of a whole session', () => {
    const [joined, saved] = parsed('open-edit-close-docx')
    expect(joined).toMatchObject({
      status: CallbackStatus.Editing,
      users: ['u1'],
      actions: [{ type: 1, userId: 'u1' }],
    })
    expect(saved).toMatchObject({ status: CallbackStatus.ReadyToSave, fileType: 'docx', users: ['u1'] })
    expect(saved?.url).toContain('/output.docx?')
    expect(saved?.changesUrl).toContain('/changes.zip?')
  })

  it('keeps its identity when it is retried with links that are signed anew', () => {
    const saves = recordedCallbacks('callback-error-500-retries').filter(({ status }) => status === 2)
    expect(saves.length).toBeGreaterThan(1)
    expect(new Set(saves.map(({ url }) => url)).size).toBe(saves.length)
    expect(new Set(saves.map((claims) => parseCallback(claims)?.payloadHash)).size).toBe(1)
  })

  it('has another identity when it tells of another save', () => {
    const saves = recordedCallbacks('forcesave-then-close-without-change').filter(
      ({ status }) => status !== 1,
    )
    expect(saves.length).toBeGreaterThan(1)
    expect(new Set(saves.map((claims) => parseCallback(claims)?.payloadHash)).size).toBe(saves.length)
  })

  it('names the last author', () => {
    const saved = parsed('two-users-coedit').find(
      (callback) => callback?.status === CallbackStatus.ReadyToSave,
    )
    expect(saved && lastAuthorOf(saved)).toBe(saved?.users.at(-1))
  })

  it.each([
    ['the config a browser holds', { document: { key: 'k', url: 'http://x/' }, editorConfig: {} }],
    ['a token for a file', { url: 'http://portal.example/files/a.docx' }],
    ['a command', { c: 'forcesave', key: 'k' }],
    ['an unknown status', { key: 'k', status: 5 }],
    ['no key', { status: 2, url: 'http://x/' }],
  ])('is not made of %s', (_, claims) => {
    expect(parseCallback(claims)).toBeUndefined()
  })
})
