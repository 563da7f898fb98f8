import { describe, expect, it } from 'vitest'
import { documentKeySchema, editorConfigSchema } from './editor-config.js'

const config = {
  documentType: 'word',
  document: { fileType: 'docx', key: 'a.b.1', title: 'Ann’s letter.docx', url: 'http://portal.example/file' },
  editorConfig: { callbackUrl: 'http://portal.example/callback', user: { id: 'u1', name: 'Ann' } },
}

describe('editorConfigSchema', () => {
  it('keeps fields that it does not know', () => {
    const parsed = editorConfigSchema.parse({ ...config, width: '100%' })
    expect(parsed).toMatchObject({ width: '100%' })
  })

  it('refuses a file address that is not a URL', () => {
    const broken = { ...config, document: { ...config.document, url: '/relative' } }
    expect(editorConfigSchema.safeParse(broken).success).toBe(false)
  })
})

describe('documentKeySchema', () => {
  it.each(['a', 'A-z_0.9=', 'k'.repeat(128)])('takes %s', (key) => {
    expect(documentKeySchema.safeParse(key).success).toBe(true)
  })

  it.each(['', 'a b', 'a/b', 'ключ', 'k'.repeat(129)])('refuses %s', (key) => {
    expect(documentKeySchema.safeParse(key).success).toBe(false)
  })
})
