import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.js'

const usual = {
  PORTAL_SECRET: 'x'.repeat(32),
  DOCUMENT_SERVER_SECRET: 'secret',
  DOCUMENT_SERVER_INTERNAL_URL: 'http://127.0.0.1:8000',
}

describe('the configuration', () => {
  it('has defaults for all but the secrets', () => {
    expect(loadConfig(usual)).toMatchObject({
      port: 3000,
      documentServer: {
        url: '/document-server',
        internalUrl: 'http://127.0.0.1:8000',
        jwtHeader: 'Authorization',
      },
      maxUploadBytes: 209_715_200,
    })
  })

  it('takes the address of the document server for both sides when only one is given', () => {
    const config = loadConfig({
      ...usual,
      DOCUMENT_SERVER_INTERNAL_URL: '',
      DOCUMENT_SERVER_URL: 'http://docs:8080/',
    })
    expect(config.documentServer).toMatchObject({ url: 'http://docs:8080', internalUrl: 'http://docs:8080' })
  })

  it('names all faults together, each with its remedy', () => {
    const load = () =>
      loadConfig({ PORT: 'x', PORTAL_SECRET: 'short', PUBLIC_URL: 'ftp://x', ADMIN_API_TOKEN: 'short' })
    for (const fault of [
      'PORT must be a port number',
      'PORTAL_SECRET needs at least 32 characters; make one with: openssl rand -hex 32',
      'PUBLIC_URL must be an http(s) address',
      'ADMIN_API_TOKEN needs at least 24 characters',
      'DOCUMENT_SERVER_SECRET is missing',
    ])
      expect(load).toThrow(fault)
  })

  it('never repeats a secret', () => {
    expect(() => loadConfig({ ...usual, ADMIN_EMAIL: 'a@b.org', ADMIN_PASSWORD: 'tooshort' })).not.toThrow(
      'tooshort',
    )
  })

  it('asks where a path leads, and who signs in with a password', () => {
    const load = () =>
      loadConfig({ ...usual, DOCUMENT_SERVER_INTERNAL_URL: undefined, ADMIN_PASSWORD: 'long enough' })
    expect(load).toThrow('DOCUMENT_SERVER_INTERNAL_URL is missing')
    expect(load).toThrow('ADMIN_EMAIL is missing')
  })
})
