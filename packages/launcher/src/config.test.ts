import { describe, expect, it } from 'vitest'
import { readConfig } from './config.js'

describe('the configuration', () => {
  it('needs nothing: port 3000, data in the working directory, the embedded document server', () => {
    expect(readConfig({}, '/srv/lectern')).toMatchObject({
      port: 3000,
      dataDir: '/srv/lectern/data',
      externalDocumentServer: undefined,
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '', DOCUMENT_SERVER_URL: '' }, '/srv').port).toBe(3000)
  })

  it('calls a configured document server by its public address unless an internal one is given', () => {
    const config = readConfig(
      { DOCUMENT_SERVER_URL: 'https://docs.example.org', DOCUMENT_SERVER_SECRET: 'secret' },
      '/srv',
    )
    expect(config.externalDocumentServer?.internalUrl).toBe('https://docs.example.org')
  })

  it('reports all faults together, each with its variable', () => {
    expect(() =>
      readConfig({ PORT: 'abc', DOCUMENT_SERVER_URL: 'https://docs.example.org' }, '/srv'),
    ).toThrow(/PORT is not a port number.*DOCUMENT_SERVER_SECRET is missing/)
  })

  it('refuses a document server address that is not http', () => {
    expect(() => readConfig({ DOCUMENT_SERVER_URL: 'ftp://x', DOCUMENT_SERVER_SECRET: 's' }, '/srv')).toThrow(
      /DOCUMENT_SERVER_URL is not an http/,
    )
  })
})
