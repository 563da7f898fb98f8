import { describe, expect, it } from 'vitest'
import { mayEdit } from './use-editor-config'

const signed = (permissions: unknown) => ({
  documentServerUrl: '/document-server',
  token: 'token',
  config: {
    documentType: 'word',
    document: { fileType: 'docx', key: 'a', title: 'A.docx', url: 'http://localhost/a', permissions },
    editorConfig: { mode: 'view' },
  },
})

describe('the right to edit', () => {
  it('is what the signed permissions say, also in view mode', () => {
    expect(mayEdit(signed({ edit: true }))).toBe(true)
    expect(mayEdit(signed({ edit: false, comment: true }))).toBe(false)
  })

  it.each([undefined, {}, 'all'])('is not there when the permissions are %j', (permissions) => {
    expect(mayEdit(signed(permissions))).toBe(false)
  })
})
