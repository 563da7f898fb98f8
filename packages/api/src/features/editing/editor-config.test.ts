import { editorConfigSchema, findFormat } from '@lectern/shared'
import type { FileFormat } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { buildEditorConfig } from './editor-config.js'
import type { EditorConfigParts } from './editor-config.js'
import { editorModeFor, editorPermissionsOf } from './editor-permissions.js'

const docx = findFormat('docx') as FileFormat
const doc = findFormat('doc') as FileFormat

const parts: EditorConfigParts = {
  format: docx,
  documentId: '0192f0c4-0000-7000-8000-000000000001',
  instanceId: 'abc',
  key: 'abc.0192f0c4-0000-7000-8000-000000000001.1',
  title: 'Plan.docx',
  fileUrl: 'http://portal.example/editing/files/1?token=a',
  callbackUrl: 'http://portal.example/editing/callbacks/1?token=b',
  mode: 'edit',
  device: 'desktop',
  permissions: editorPermissionsOf({ role: 'editor', mayDownload: true }, docx),
  user: { id: 'u1', name: '李雷', language: 'zh', theme: 'dark' },
  ownerName: 'Ada',
  isFavourite: false,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  folderName: 'Course',
  folderUrl: 'http://portal.example/folders/1',
}

describe('the editor config', () => {
  it('is one that a document server understands', () => {
    const config = buildEditorConfig(parts)
    expect(editorConfigSchema.parse(config)).toEqual(config)
    expect(config.documentType).toBe('word')
  })

  it.each([
    ['en', 'en'],
    ['pt-BR', 'pt-BR'],
    ['zh-CN', 'zh'],
    ['zh-Hant-HK', 'zh-TW'],
  ])('asks for the language %s as %s', (language, lang) => {
    expect(buildEditorConfig({ ...parts, user: { ...parts.user, language } }).editorConfig.lang).toBe(lang)
  })

  it('looks as its person chose, and shows their picture to others when there is one', () => {
    const { customization, user } = buildEditorConfig(parts).editorConfig
    expect(customization?.uiTheme).toBe('theme-dark')
    expect(user).toEqual({ id: 'u1', name: '李雷' })
    const imageUrl = 'http://portal.example/pictures/x'
    const shown = buildEditorConfig({ ...parts, user: { ...parts.user, imageUrl } })
    expect(shown.editorConfig.user).toEqual({ id: 'u1', name: '李雷', image: imageUrl })
  })

  it('shortens a long title and keeps its extension', () => {
    const { title } = buildEditorConfig({ ...parts, title: `${'漢😀'.repeat(100)}.docx` }).document
    expect(title.length).toBeLessThanOrEqual(128)
    expect(title).toMatch(/…(.*)\.docx$/su)
    expect(title).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('the role', () => {
  it.each([
    ['owner', 'edit', { edit: true, review: true, comment: true, fillForms: true }],
    ['editor', 'edit', { edit: true, review: true, comment: true, fillForms: true }],
    ['reviewer', 'edit', { edit: false, review: true, comment: true, fillForms: false }],
    ['commenter', 'edit', { edit: false, review: false, comment: true, fillForms: false }],
    ['form_filler', 'edit', { edit: false, review: false, comment: false, fillForms: true }],
    ['viewer', 'view', { edit: false, review: false, comment: false, fillForms: false }],
  ] as const)('of a %s opens in mode %s', (role, mode, expected) => {
    const permissions = editorPermissionsOf({ role, mayDownload: true }, docx)
    expect(permissions).toMatchObject(expected)
    expect(editorModeFor(permissions, 'edit')).toBe(mode)
    expect(editorModeFor(permissions, 'view')).toBe('view')
  })

  it('of an owner does not make a view-only format editable', () => {
    const permissions = editorPermissionsOf({ role: 'owner', mayDownload: true }, doc)
    expect(permissions).toMatchObject({ edit: false, review: false, comment: false, fillForms: false })
    expect(editorModeFor(permissions, 'edit')).toBe('view')
  })

  it('lets nobody copy, print or download what was shared without download', () => {
    const permissions = editorPermissionsOf({ role: 'editor', mayDownload: false }, docx)
    expect(permissions).toMatchObject({ edit: true, copy: false, print: false, download: false })
  })
})
