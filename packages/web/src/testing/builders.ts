import type { DocumentNode, FolderNode } from '@/features/library/node'

/** Builds a document as the library lists it. */
export function buildDocument(values: Partial<DocumentNode> = {}): DocumentNode {
  return {
    id: 'document-1',
    title: 'Minutes.docx',
    fileType: 'docx',
    documentType: 'WORD',
    role: 'OWNER',
    canEdit: true,
    isFavourite: false,
    size: 3600,
    updatedAt: '2026-06-15T12:00:00.000Z',
    downloadUrl: '/documents/document-1/download',
    previewUrl: null,
    owner: { id: 'user-1', name: 'Ada' },
    version: { id: 'version-1', number: 1 },
    participants: [],
    saveProblem: null,
    ...values,
  }
}

/** Builds a folder as the library lists it. */
export function buildFolder(values: Partial<FolderNode> = {}): FolderNode {
  return {
    id: 'folder-1',
    name: 'Course',
    role: 'OWNER',
    isFavourite: false,
    updatedAt: '2026-06-15T12:00:00.000Z',
    ...values,
  }
}
